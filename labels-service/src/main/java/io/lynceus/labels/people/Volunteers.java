package io.lynceus.labels.people;

/// Volunteers by name.
public interface Volunteers {
    /// What is known of a user; empty values without votes.
    Volunteer volunteer(String user);
}
