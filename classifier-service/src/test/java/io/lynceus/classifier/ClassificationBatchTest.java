package io.lynceus.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lynceus.classifier.ClassificationBatch.Key;
import io.lynceus.classifier.ClassificationBatch.StoredVersion;
import io.lynceus.classifier.ClassificationStore.Kept;
import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.scoring.Classifier;
import io.lynceus.sky.SkyPosition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassificationBatchTest {
    private static final ModelId MODEL = new ModelId("synthetic", "1");
    private static final Classifier CLASSIFIER = new Classifier(MODEL, SyntheticSky.evidenceModel());

    private static ClassificationRecord record(
            String detection, String source, long activation, long revision, long digest) {
        FeatureVector features = new FeatureVector(Map.of());
        return new ClassificationRecord(
                new ClassifiableDetection(
                        detection,
                        1,
                        "Chandra",
                        "Chandra",
                        source,
                        "LXS " + source,
                        new SkyPosition(10, 20),
                        revision,
                        features),
                CLASSIFIER.classify(features),
                activation,
                digest,
                new byte[0]);
    }

    private static Key key(String detection) {
        return new Key(detection, 1, MODEL);
    }

    @Test
    void historyHasOneRecordPerKeyInTheirOrder() {
        ClassificationRecord second = record("b", "s", 1, 2, 7);
        ClassificationRecord first = record("a", "s", 1, 1, 7);
        assertEquals(
                List.of(first, second), List.copyOf(new ClassificationBatch(List.of(second, first, second)).history()));
    }

    @Test
    void ofTwoWithOneKeyTheLaterActivationCountsUnlessTheContentDiffers() {
        ClassificationRecord earlier = record("a", "s", 1, 1, 7);
        ClassificationRecord later = record("a", "s", 2, 1, 7);
        ClassificationRecord conflicting = record("a", "s", 3, 1, 8);
        assertEquals(
                List.of(later), List.copyOf(new ClassificationBatch(List.of(earlier, later, conflicting)).history()));
    }

    @Test
    void latestOfASourceIsByActivationThenRevisionAmongWhatWasWritten() {
        ClassificationRecord byActivation = record("a", "s", 2, 1, 1);
        ClassificationRecord byRevision = record("b", "s", 1, 9, 2);
        ClassificationRecord unwritten = record("c", "s", 3, 9, 3);
        ClassificationRecord other = record("d", "r", 1, 1, 4);
        ClassificationBatch batch = new ClassificationBatch(List.of(byRevision, unwritten, byActivation, other));
        Set<Key> written = Set.of(key("a"), key("b"), key("d"));
        assertEquals(List.of(other, byActivation), List.copyOf(batch.latest(written)));
        assertEquals(List.of(key("c")), batch.unwritten(written));
    }

    @Test
    void aRecordIsAnsweredByWhatTheHistoryHolds() {
        ClassificationRecord fresh = record("a", "s", 2, 1, 1);
        ClassificationRecord repeated = record("b", "s", 2, 1, 2);
        ClassificationRecord conflicting = record("c", "s", 2, 1, 3);
        ClassificationBatch batch = new ClassificationBatch(List.of(conflicting, repeated, fresh, fresh));
        assertEquals(
                List.of(new Kept(1, true), new Kept(4, false), new Kept(2, false), new Kept(2, false)),
                batch.kept(
                        Set.of(key("a")),
                        Map.of(key("b"), new StoredVersion(4, 2), key("c"), new StoredVersion(1, 99))));
    }
}
