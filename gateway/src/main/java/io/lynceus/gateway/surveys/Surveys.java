package io.lynceus.gateway.surveys;

import io.lynceus.gateway.surveys.Survey.Course;
import io.lynceus.tables.Table;
import io.lynceus.tables.TableMapping;
import java.util.List;
import java.util.Optional;

/// Keeps surveys, a portion of rows at a time, so that a million rows are never in memory.
///
/// 1. A portion is classified once: two who work never have the same one, and one that was in the hands of a gateway
///    that died is taken up by another.
/// 2. Cancelled and started again, a survey goes on where it was.
/// 3. Only a survey that is not running changes its mapping, and then all its rows are to be done again; one that was
///    published never does, for its rows are part of the sky.
/// 4. Published once, always published; one of which rows are done aside is not published any more.
public interface Surveys {
    /// Rows that are kept and classified together.
    int PORTION = 500;

    /// Opens a survey, in state `LOADING`.
    String open(Optional<String> owner, String name);

    /// Adds rows after those that are there: [#PORTION] of them, or less at the end.
    ///
    /// @param number of the portion, from 0
    void add(String id, int number, List<SurveyRow> rows);

    /// All rows are there.
    void loaded(String id, List<Table.Column> columns, long rows, Optional<TableMapping> mapping);

    Optional<Survey> find(String id);

    /// The latest first.
    List<Survey> of(Optional<String> owner);

    /// @return false if it is loading or running, or published
    boolean describe(String id, TableMapping mapping);

    /// @return false if it is loading, running or done, has no mapping, or cannot go this way any more
    boolean start(String id, Course course);

    /// Lets everybody who has the id see a survey, or nobody but its owner.
    void share(String id, boolean shared);

    /// @return false if it does not run
    boolean cancel(String id);

    /// @return false if there is none
    boolean delete(String id);

    /// Rows of a portion in their order, with what became of them if it is done; empty after the last.
    ///
    /// @param number of the portion, from 0
    List<Result> portion(String id, int number);

    /// Rows of which nothing became.
    ///
    /// @param after line after which to begin
    List<Refusal> refusals(String id, long after, int most);

    /// Takes the next portion of any survey that runs and is not published, the one that is the least far first, and
    /// keeps what becomes of it. Where the work throws, the portion is as it was.
    ///
    /// @return false if there is none
    boolean work(Work work);

    /// Deletes surveys whose upload ended with the gateway that took it.
    void deleteAbandoned();

    /// Ends a survey that cannot go on.
    void fail(String id, String reason);

    /// Classifies a portion: one result for each row.
    @FunctionalInterface
    interface Work {
        List<RowResult> classify(Survey survey, List<SurveyRow> rows);
    }

    /// @param result empty where the row is not done
    record Result(SurveyRow row, Optional<RowResult> result) {}

    record Refusal(long line, String reason) {}
}
