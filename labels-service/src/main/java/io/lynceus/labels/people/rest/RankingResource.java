package io.lynceus.labels.people.rest;

import io.lynceus.labels.people.Participation;
import io.lynceus.labels.people.RankingPlace;
import io.lynceus.labels.people.RankingSpan;
import io.lynceus.labels.people.rest.PeopleDocuments.RankingDocument;
import io.lynceus.runtime.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The ranking over HTTP.
@Path("/ranking")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RankingResource {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 1000;
    private static final Pattern CURSOR = Pattern.compile("\\d{1,9}");

    private final Participation participation;

    RankingResource(Participation participation) {
        this.participation = participation;
    }

    @GET
    @Operation(
            summary = "Who has given the most answers",
            description = "Of all time or of this ISO week (UTC); without those who have opted out.")
    public RankingDocument ranking(
            @RestQuery @Nullable String span, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        RankingSpan wanted = span == null
                ? RankingSpan.ALL
                : RankingSpan.of(span)
                        .orElseThrow(() -> Problem.invalid("span is \"" + span + "\", must be all or week"));
        int most = limit == null ? DEFAULT_LIMIT : limit;
        if (!(most >= 1 && most <= LARGEST_LIMIT)) {
            throw Problem.invalid("limit is " + most + ", must lie in [1, " + LARGEST_LIMIT + "]");
        }
        int offset = offset(cursor);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<RankingPlace> page = participation.ranking(wanted, today, offset, most + 1);
        return page.size() <= most
                ? RankingDocument.of(wanted, today, page, null)
                : RankingDocument.of(wanted, today, page.subList(0, most), String.valueOf(offset + most));
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw Problem.invalid("cursor is \"" + cursor + "\", must be next_cursor of the page before");
        }
        return Integer.parseInt(cursor);
    }
}
