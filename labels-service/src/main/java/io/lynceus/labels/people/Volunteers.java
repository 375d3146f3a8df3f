package io.lynceus.labels.people;

/// The people who vote.
public interface Volunteers {
    /// What is known of a user; without votes, nothing.
    Volunteer volunteer(String user);
}
