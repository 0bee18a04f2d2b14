package io.credithub.api.expectation;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.feed.Feeds;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// For whom a caller may say what is expected: a feed for itself, a registrar for a division, an
/// operator for any feed and for all.
@Singleton
final class ListSenders {
    private final Callers callers;
    private final Feeds feeds;

    ListSenders(Callers callers, Feeds feeds) {
        this.callers = callers;
        this.feeds = feeds;
    }

    String key() {
        return callers.caller().key();
    }

    /// @param feed as the request names it
    /// @throws ProblemException if it is not for the caller to say
    ListOwner owner(@Nullable String feed) {
        return switch (callers.caller().grant()) {
            case Permission.FeedPermission own ->
                    new ListOwner(own(own, feed), Jurisdiction.NATION);
            case Permission.Operator _ ->
                    new ListOwner(feed == null ? null : known(feed), Jurisdiction.NATION);
            case Permission.Registrar registrar -> {
                if (feed != null) throw new ProblemException(ProblemCode.FORBIDDEN);
                yield new ListOwner(null, registrar.jurisdiction());
            }
            case Permission.Reader _, Permission.SchoolPermission _ ->
                    throw new ProblemException(ProblemCode.FORBIDDEN);
        };
    }

    /// Whose month a declaration is about.
    String feed(@Nullable String feed) {
        return switch (callers.caller().grant()) {
            case Permission.FeedPermission own -> own(own, feed);
            case Permission.Operator _ -> {
                if (feed == null) {
                    throw ProblemException.badParameter("feed", ExpectedValue.NEEDED);
                }
                yield known(feed);
            }
            case Permission.Reader _, Permission.Registrar _, Permission.SchoolPermission _ ->
                    throw new ProblemException(ProblemCode.FORBIDDEN);
        };
    }

    /// Whose months a caller may see: a feed its own, who views the whole all of them.
    ///
    /// @return null: all
    @Nullable String seen(@Nullable String feed) {
        if (callers.caller().grant() instanceof Permission.FeedPermission own) {
            return own(own, feed);
        }
        if (!callers.viewsWhole()) throw new ProblemException(ProblemCode.FORBIDDEN);
        return feed == null ? null : known(feed);
    }

    private static String own(Permission.FeedPermission own, @Nullable String feed) {
        if (feed != null && !feed.equals(own.code())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return own.code();
    }

    private String known(String feed) {
        if (feeds.stated(feed).isEmpty()) throw new ProblemException(ProblemCode.UNKNOWN_FEED);
        return feed;
    }
}
