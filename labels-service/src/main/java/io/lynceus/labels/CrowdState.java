package io.lynceus.labels;

import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.voting.Answer;
import java.util.List;

/// The skill of some voters, the class proportions, and how sure of themselves posteriors are.
///
/// @param voters by their number in the crowd; of accounts that count together, the one they count as
/// @param temperature of the crowd's posteriors
/// @param classifierTemperature of the classifier's posteriors
public record CrowdState(
        List<String> voters, RunningCrowd crowd, Temperature temperature, Temperature classifierTemperature) {
    public static final int CLASSES = Answer.classes().size();

    public CrowdState {
        voters = List.copyOf(voters);
    }

    /// `double[classes * classes]`: expected votes of one voter, by answer, then by true class [votes].
    ///
    /// @param voter number in [#voters]
    public double[] countsOf(int voter) {
        double[] counts = new double[CLASSES * CLASSES];
        for (int answer = 0; answer < CLASSES; answer++) {
            for (int truth = 0; truth < CLASSES; truth++) {
                counts[answer * CLASSES + truth] = crowd.confusions().count(voter, truth, answer);
            }
        }
        return counts;
    }
}
