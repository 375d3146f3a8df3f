-- Significant long-term ratio of the source's flux [dex]; null where it was seen once.
ALTER TABLE source ADD COLUMN variability double precision;
UPDATE source SET variability =
    (convert_from(published, 'UTF8')::json #>> '{featured,features,significant_long_term_ratio,value}')::double precision;
