-- The source's detections belong to another: nobody is asked about it any more, and what was said of it stays.
ALTER TABLE subjects ADD COLUMN retired boolean NOT NULL DEFAULT false;
