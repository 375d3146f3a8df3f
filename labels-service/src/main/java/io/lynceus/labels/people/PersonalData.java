package io.lynceus.labels.people;

/// What is stored under a volunteer's name, which is the volunteer's own.
///
/// 1. `forget` leaves votes, skill and what was said of sources under a name that cannot be guessed and tells nothing,
///    so that no consensus changes and no discussion loses its thread; remarks with votes and all else are erased.
/// 2. A vote that comes while its name is forgotten is wholly forgotten, or is wholly the first of a new volunteer.
/// 3. Forgetting twice is forgetting once; whoever takes the name afterwards begins anew.
public interface PersonalData {
    /// Every row stored under the name, by table, as JSON. Without any it is the same document with empty lists.
    String export(String user);

    void forget(String user);
}
