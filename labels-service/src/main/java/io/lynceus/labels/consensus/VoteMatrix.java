package io.lynceus.labels.consensus;

import java.util.Arrays;

/// Votes of users for sources, sorted by source: five bytes a vote, four a source.
///
/// Within a source the votes keep the order they were given in.
public final class VoteMatrix {
    /// The answer that names no class: the user is unsure. Also the known class of a source of unknown class.
    public static final byte NO_CLASS = -1;

    private final int classes;
    private final int users;
    private final int[] begin;
    private final int[] user;
    private final byte[] answer;
    private final byte[] known;

    private VoteMatrix(int classes, int users, int[] begin, int[] user, byte[] answer, byte[] known) {
        this.classes = classes;
        this.users = users;
        this.begin = begin;
        this.user = user;
        this.answer = answer;
        this.known = known;
    }

    /// Sorts votes by source.
    ///
    /// @param classes number of classes, 2 to 127
    /// @param known class of each source that is known, else [#NO_CLASS]
    /// @param users number of users
    /// @param source of each vote, from 0
    /// @param user of each vote, from 0
    /// @param answer of each vote: a class from 0, or [#NO_CLASS]
    public static VoteMatrix of(int classes, byte[] known, int users, int[] source, int[] user, byte[] answer) {
        if (!(classes >= 2 && classes <= Byte.MAX_VALUE)) {
            throw new IllegalArgumentException("number of classes must lie in [2, 127]: " + classes);
        }
        if (source.length != user.length || source.length != answer.length) {
            throw new IllegalArgumentException("votes must have as many sources as users and answers: " + source.length
                    + ", " + user.length + ", " + answer.length);
        }
        int[] begin = new int[known.length + 1];
        for (int vote = 0; vote < source.length; vote++) {
            if (!(user[vote] >= 0 && user[vote] < users) || !(answer[vote] >= NO_CLASS && answer[vote] < classes)) {
                throw new IllegalArgumentException("vote " + vote + " is impossible: user " + user[vote] + " of "
                        + users + ", answer " + answer[vote] + " of " + classes);
            }
            begin[source[vote] + 1]++;
        }
        Arrays.parallelPrefix(begin, Integer::sum);
        int[] next = begin.clone();
        int[] sortedUser = new int[source.length];
        byte[] sortedAnswer = new byte[source.length];
        for (int vote = 0; vote < source.length; vote++) {
            int place = next[source[vote]]++;
            sortedUser[place] = user[vote];
            sortedAnswer[place] = answer[vote];
        }
        return new VoteMatrix(classes, users, begin, sortedUser, sortedAnswer, known.clone());
    }

    /// Sorts votes for sources of unknown class.
    public static VoteMatrix of(int classes, int sources, int users, int[] source, int[] user, byte[] answer) {
        byte[] known = new byte[sources];
        Arrays.fill(known, NO_CLASS);
        return of(classes, known, users, source, user, answer);
    }

    public int classes() {
        return classes;
    }

    public int sources() {
        return known.length;
    }

    public int users() {
        return users;
    }

    public int votes() {
        return user.length;
    }

    /// First vote of a source.
    public int begin(int source) {
        return begin[source];
    }

    /// Behind the last vote of a source.
    public int end(int source) {
        return begin[source + 1];
    }

    /// The user that cast a vote.
    public int user(int vote) {
        return user[vote];
    }

    /// The class that a vote names, or [#NO_CLASS].
    public int answer(int vote) {
        return answer[vote];
    }

    /// The class of a source that is known without the votes, or [#NO_CLASS].
    public int known(int source) {
        return known[source];
    }

    /// Number of votes for a source that name a class.
    int classVotes(int source) {
        int count = 0;
        for (int vote = begin[source]; vote < begin[source + 1]; vote++) {
            count += answer[vote] == NO_CLASS ? 0 : 1;
        }
        return count;
    }
}
