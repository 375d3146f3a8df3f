-- The widest error a detection of the source had: how far from it one of them can be.
alter table source add column widest_arcsec double precision;
update source set widest_arcsec = sqrt(east_east_arcsec2 + north_north_arcsec2);
alter table source alter column widest_arcsec set not null;

-- Where the detections of a source that is no more belong now; its cells are gone, it is found by id only.
alter table source add column merged_into text;
create index source_doubtful on source (id) where doubtful and merged_into is null;

-- Where a detection is, so that its association can be judged anew. Those registered before this stay where they are.
alter table detection add column ra_deg double precision;
alter table detection add column dec_deg double precision;
alter table detection add column east_east_arcsec2 double precision;
alter table detection add column north_north_arcsec2 double precision;
alter table detection add column east_north_arcsec2 double precision;

-- Of the association that the row has now.
alter table detection add column revision integer not null default 1;

-- Every association that changed. The detection's row has the record of the last one.
create table reassociation (
    detection_id text not null references detection deferrable initially deferred,
    revision     integer not null check (revision >= 2),
    kind         text not null,
    from_source  text not null,
    to_source    text not null,
    because_of   text not null,
    at           timestamptz not null default now(),
    primary key (detection_id, revision)
);

create index reassociation_cause on reassociation (because_of);
create index reassociation_from on reassociation (from_source);
create index reassociation_to on reassociation (to_source);
