package io.lynceus.gateway.surveys;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Keeps the rows of published surveys while they are on the stream, where each row is a detection that everybody sees.
///
/// 1. A row is sent at least once. Its result is expected before it is sent, so that no result is missed.
/// 2. A bounded number of rows of a survey is on the stream, so that detections of others wait for few of them.
/// 3. The first result of a row counts; results that no row waits for change nothing.
/// 4. An unreadable row is refused at once, and the others of its portion are sent.
public interface PublishedRows {
    /// Claims the next portion of a published survey that runs and has room on the stream: the survey with the least
    /// progress first.
    Optional<PortionClaim> claim(Duration lease);

    /// Ends a claim without a result: the portion can be claimed again.
    void release(PortionClaim claim);

    /// Records which results the rows of a portion wait for, and refuses the unreadable ones. A repeat changes nothing,
    /// nor does a claim that was lost.
    ///
    /// @param readings one for each row
    void expect(PortionClaim claim, List<RowReading> readings);

    /// Marks a portion as sent, unless its claim was lost.
    void sent(PortionClaim claim);

    /// Whether any row waits for its result.
    boolean anyAwaited();

    /// Keeps results for the rows that wait for them.
    void keep(List<StreamResult> results);

    /// A result from the stream.
    ///
    /// @param digest of the detection's content
    record StreamResult(String digest, RowResult result) {}
}
