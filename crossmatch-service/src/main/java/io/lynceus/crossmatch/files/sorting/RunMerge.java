package io.lynceus.crossmatch.files.sorting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Merge of several sorted runs: a tournament in which only the matches of the last winner are played again. Not
/// thread-safe.
///
/// Source: Knuth 1998, The Art of Computer Programming, vol. 3, 2nd ed., sect. 5.4.1, the tree of losers.
final class RunMerge implements AutoCloseable {
    private final List<RunReader> readers = new ArrayList<>();
    /// Losers of the matches by place: 1 is the final, and the places of a match are twice its own and one more.
    private final RunReader[] losers;
    private RunReader winner;

    /// @param runs at least one
    RunMerge(List<Path> runs) throws IOException {
        losers = new RunReader[runs.size()];
        try {
            for (Path run : runs) {
                RunReader reader = new RunReader(run, losers.length + readers.size());
                readers.add(reader);
                reader.next();
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        winner = play(1);
    }

    /// Plays all matches of a place and returns its winner.
    private RunReader play(int place) {
        if (place >= losers.length) {
            return readers.get(place - losers.length);
        }
        RunReader one = play(2 * place);
        RunReader other = play(2 * place + 1);
        boolean first = one.isBefore(other);
        losers[place] = first ? other : one;
        return first ? one : other;
    }

    /// The run with the first row, or one that is at its end when all are.
    RunReader first() {
        return winner;
    }

    /// Goes past the first row.
    ///
    /// @return the run with the next row
    RunReader next() throws IOException {
        RunReader now = winner;
        now.next();
        for (int place = now.place() >>> 1; place > 0; place >>>= 1) {
            RunReader other = losers[place];
            if (other.isBefore(now)) {
                losers[place] = now;
                now = other;
            }
        }
        winner = now;
        return now;
    }

    @Override
    public void close() throws IOException {
        for (RunReader reader : readers) {
            reader.close();
        }
    }
}
