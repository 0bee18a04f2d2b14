package io.credithub.api.feed;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.feed.IgnoredFile;
import io.credithub.flow.feed.IgnoredFiles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What lies in a drop folder and is not taken.
@Path("/api/v1/feeds/{feed}/ignored")
@Tag(name = "operation")
public final class IgnoredFileResource {
    private final Feeds feeds;
    private final IgnoredFiles files;

    IgnoredFileResource(Feeds feeds, IgnoredFiles files) {
        this.feeds = feeds;
        this.files = files;
    }

    @GET
    @Blocking
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary =
                    "投递文件夹中未读取的文件及原因 · What lies in a feed's drop folder and is not taken, with"
                            + " the reason")
    public List<IgnoredFile> all(@PathParam("feed") String feed) {
        FeedDefinition known =
                feeds.find(feed).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        return files.of(known.code());
    }
}
