-- Sources are asked about in the order of urgency, an interest with a lot drawn in. Until its next classification or
-- vote a source keeps the square of its interest.
ALTER TABLE subjects RENAME COLUMN interest TO urgency;
UPDATE subjects SET urgency = urgency * urgency;
ALTER INDEX subjects_interest RENAME TO subjects_urgency;
