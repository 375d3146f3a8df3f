package io.lynceus.gateway.surveys;

import java.util.List;

/// Takes published surveys over the stream: each row becomes a detection of the sky that everybody sees, and what the
/// stream says of a detection becomes of the rows that have its content.
///
/// 1. A row is sent at least once, and its answer is waited for before that: none is missed, whoever dies when.
/// 2. Of a survey no more rows are on their way than a bound, so that the detections of others wait for few of them.
/// 3. The first answer to a row counts; answers that nothing waits for change nothing.
/// 4. A row without a detection is refused at once, and the others of its portion are sent.
public interface PublishedRows {
    /// Takes the next portion of a published survey that runs and has room, the one that is the least far first, and
    /// has it sent. Where that throws, the portion is to be sent again.
    ///
    /// @return false if there is none
    boolean send(Reader reader);

    /// Whether any row is on its way.
    boolean anyAwaited();

    /// Keeps what became of the rows that wait for these detections.
    void keep(List<Answer> answers);

    /// Makes detections of rows.
    @FunctionalInterface
    interface Reader {
        Load read(Survey survey, List<SurveyRow> rows);
    }

    /// A portion that is ready to leave.
    ///
    /// @param departures one for each row
    /// @param send puts the detections on the stream, where they are when it returns
    record Load(List<Departure> departures, Runnable send) {
        public Load {
            departures = List.copyOf(departures);
        }
    }

    /// What is to be done with a row.
    sealed interface Departure {
        /// It leaves as a detection.
        ///
        /// @param content digest of the detection's content
        record Leaves(String content) implements Departure {}

        /// No detection can be made of it.
        record Stays(RowResult.Refused refused) implements Departure {}
    }

    /// What the stream says of a detection.
    ///
    /// @param content digest of its content
    record Answer(String content, RowResult result) {}
}
