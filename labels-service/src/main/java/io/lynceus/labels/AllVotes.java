package io.lynceus.labels;

import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.voting.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All votes there are, one of each person for a source, as columns of numbers: nine bytes a vote.
///
/// Votes that count already are added first. Not thread-safe.
public final class AllVotes {
    private static final int FEWEST = 1_024;

    private final Numbers sources = new Numbers();
    private final Numbers voters = new Numbers();
    private int size;
    private int[] source = new int[FEWEST];
    private int[] user = new int[FEWEST];
    private byte[] answer = new byte[FEWEST];
    private int[] counted = new int[FEWEST];

    /// Numbers for texts, from 0 in the order of their first use.
    private record Numbers(Map<String, Integer> byText, List<String> texts) {
        Numbers() {
            this(new HashMap<>(), new ArrayList<>());
        }

        int of(String text) {
            Integer number = byText.putIfAbsent(text, texts.size());
            if (number == null) {
                texts.add(text);
                return texts.size() - 1;
            }
            return number;
        }
    }

    /// @param person voter; of accounts that count together, the one they count as
    /// @param counts whether the vote counts by the stored posterior of its source
    public void add(String sourceId, String person, Answer given, boolean counts) {
        if (size == source.length) {
            source = Arrays.copyOf(source, 2 * size);
            user = Arrays.copyOf(user, 2 * size);
            answer = Arrays.copyOf(answer, 2 * size);
        }
        source[size] = sources.of(sourceId);
        if (source[size] == counted.length) {
            counted = Arrays.copyOf(counted, 2 * counted.length);
        }
        counted[source[size]] += counts ? 1 : 0;
        user[size] = voters.of(person);
        answer[size++] = given.code();
    }

    /// The votes by source.
    ///
    /// @param known classes of the sources that catalogues know, by id; others are ignored
    VoteMatrix matrix(Map<String, Answer> known) {
        byte[] classes = new byte[sources.texts().size()];
        Arrays.fill(classes, VoteMatrix.NO_CLASS);
        known.forEach((sourceId, truth) -> {
            Integer number = sources.byText().get(sourceId);
            if (number != null) {
                classes[number] = truth.code();
            }
        });
        return VoteMatrix.of(
                CrowdState.CLASSES,
                classes,
                voters.texts().size(),
                Arrays.copyOf(source, size),
                Arrays.copyOf(user, size),
                Arrays.copyOf(answer, size));
    }

    /// Ids by number.
    List<String> sources() {
        return sources.texts();
    }

    int number(String sourceId) {
        return Objects.requireNonNull(sources.byText().get(sourceId), sourceId);
    }

    /// Pseudonyms by number.
    List<String> voters() {
        return voters.texts();
    }

    /// How many votes for a source count already.
    int counted(int number) {
        return counted[number];
    }
}
