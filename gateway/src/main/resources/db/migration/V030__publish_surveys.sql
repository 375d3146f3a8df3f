-- A published survey goes over the stream. shared: whoever has its id may read it.
ALTER TABLE surveys ADD published boolean NOT NULL DEFAULT false, ADD shared boolean NOT NULL DEFAULT false;

-- How many rows are of each class.
ALTER TABLE surveys ADD classes jsonb NOT NULL DEFAULT '{}';

-- sent: the broker has the detections of the portion's rows.
ALTER TABLE survey_portions ADD sent boolean NOT NULL DEFAULT false;
CREATE INDEX survey_portions_on_their_way ON survey_portions (survey) WHERE sent AND results IS NULL;

-- Rows of published surveys until all of their portion are answered. content: digest of the detection that was made of
-- a row, no value where none could be; result: what became of it, as JSON.
CREATE TABLE survey_departures (
    survey  text NOT NULL,
    number  integer NOT NULL,
    place   bigint NOT NULL,
    content text,
    result  bytea,
    PRIMARY KEY (survey, number, place),
    FOREIGN KEY (survey, number) REFERENCES survey_portions ON DELETE CASCADE
);
CREATE INDEX survey_departures_awaited ON survey_departures (content) WHERE result IS NULL;
