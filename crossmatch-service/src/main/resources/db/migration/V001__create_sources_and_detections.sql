-- The sky objects behind the detections; a source stands where its sharpest detection is.
create table source (
    id                  text primary key,
    name                text not null,
    ra_deg              double precision not null,
    dec_deg             double precision not null,
    east_east_arcsec2   double precision not null,
    north_north_arcsec2 double precision not null,
    east_north_arcsec2  double precision not null,
    determinant_arcsec4 double precision not null,
    position_of         text collate "C" not null,
    doubtful            boolean not null
);

-- HEALPix cells of order 10 within reach of each source; what can be one source shares a cell.
create table source_cell (
    cell      bigint not null,
    source_id text not null,
    primary key (cell, source_id)
);

-- Every detection with the record that went on, so that a repeat is answered byte for byte.
create table detection (
    id                 text primary key,
    source_id          text not null references source deferrable initially deferred,
    number             bigint generated always as identity,
    digest             bytea not null,
    association        text not null,
    separation_arcsec  double precision,
    separation_sigma   double precision,
    log10_bayes_factor double precision,
    record             bytea not null
);

create index detection_source on detection (source_id);

-- Records of a few kilobytes stay in the row as they are: compressing each of them costs more than the disk.
alter table detection set (toast_tuple_target = 8160);
alter table detection alter column record set storage external;
