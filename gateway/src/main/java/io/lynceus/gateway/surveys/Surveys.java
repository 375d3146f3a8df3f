package io.lynceus.gateway.surveys;

import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Keeps surveys, a portion of rows at a time, so that a million rows are never in memory.
///
/// 1. The rows of a portion are counted once: of two gateways that work on it, the one with the valid lease wins. The
///    portion of a gateway that died is free again when its lease ends.
/// 2. A survey that was cancelled and started again goes on where it was.
/// 3. The mapping changes only while a survey does not run, and then all its rows are to be done again. The mapping of
///    a published survey never changes, since its rows are part of the sky.
/// 4. A published survey stays published. A survey with privately classified rows cannot be published.
public interface Surveys {
    /// Rows that are kept and classified together.
    int PORTION = 500;

    /// Opens a survey, in state `LOADING`.
    ///
    /// @return its id
    String open(Optional<String> owner, String name);

    /// Adds rows after those that are there: [#PORTION] of them, or less at the end.
    ///
    /// @param number of the portion, from 0
    void add(String id, int number, List<SurveyRow> rows);

    /// Ends the upload: all rows are there.
    void loaded(String id, List<Table.Column> columns, long rows, Optional<TableMapping> mapping);

    Optional<Survey> find(String id);

    /// The surveys of an owner, the latest first.
    List<Survey> of(Optional<String> owner);

    /// Changes the mapping.
    ///
    /// @return false if the survey is loading or running, or published
    boolean describe(String id, TableMapping mapping);

    /// @return false if the survey is loading, running or done, has no mapping, or cannot have these options any more
    boolean start(String id, SurveyOptions options);

    /// Lets anyone who has the id see a survey, or only its owner.
    void share(String id, boolean shared);

    /// @return false if the survey does not run
    boolean cancel(String id);

    /// @return false if there is no such survey
    boolean delete(String id);

    /// Rows of a portion in their order, with their results as far as they are done; empty after the last portion.
    ///
    /// @param number of the portion, from 0
    List<ResultRow> portion(String id, int number);

    /// Refused rows.
    ///
    /// @param after line after which to begin
    List<Refusal> refusals(String id, long after, int most);

    /// Claims the next portion of any private survey that runs: the survey with the least progress first.
    Optional<PortionClaim> claim(Duration lease);

    /// Ends a claim without a result: the portion can be claimed again.
    void release(PortionClaim claim);

    /// Stores the results of a portion and counts them, unless its claim was lost.
    ///
    /// @param results one for each row
    void finish(PortionClaim claim, List<RowResult> results);

    /// Deletes surveys whose upload ended with the gateway that took it.
    void deleteAbandoned();

    /// Ends a survey that cannot go on.
    void fail(String id, String reason);

    /// @param result empty where the row is not done
    record ResultRow(SurveyRow row, Optional<RowResult> result) {}

    record Refusal(long line, String reason) {}
}
