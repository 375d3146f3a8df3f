package io.lynceus.labels.people;

/// Personal data: everything that is stored under a volunteer's name.
///
/// 1. `forget` leaves votes, skill and what was said of sources under a name that cannot be guessed and tells nothing,
///    so that no consensus changes and no discussion loses its thread; remarks with votes and all else are erased.
/// 2. A vote that arrives while its name is forgotten is either forgotten with it, or is the first vote of a new
///    volunteer.
/// 3. Forgetting twice is forgetting once. The next user of the name starts with nothing.
public interface PersonalData {
    /// Every row stored under the name, by table, as JSON. Without any it is the same document with empty lists.
    String export(String user);

    void forget(String user);
}
