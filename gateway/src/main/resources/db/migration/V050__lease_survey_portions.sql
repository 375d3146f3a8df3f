-- A gateway works on a portion until its lease ends. The value of the lease is known to that gateway alone.
ALTER TABLE survey_portions ADD lease text, ADD leased_until timestamptz;
