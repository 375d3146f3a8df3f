ALTER TABLE crowd RENAME TO crowd_states;
ALTER TABLE unranked RENAME TO unranked_volunteers;
