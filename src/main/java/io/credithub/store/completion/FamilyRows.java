package io.credithub.store.completion;

import io.credithub.domain.Narrow;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.store.sql.ArrayParameters;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What is placed in families of titles, found by the index of them.
public final class FamilyRows {
    /// What matching has placed: in force, aside, held, refused.
    public static final String PLACED = "state in (1, 2, 6, 7)";

    /// Whether a record that is none of those of one chunk, from one position to another, is placed
    /// in one of these families at a time that some rule of matching may bridge: it shares a day
    /// with this period, or ends near its end. Of the chunk's own feed only the last day counts,
    /// but for what is sought there, too. Families come back each month and each year: asked for
    /// alone, they would call nearly every chunk of a large load known. Beside it the number of the
    /// transaction that left the head of the ledger at that moment.
    public static final String OTHERS =
            """
            select exists (
                select from unnest($1::int4[], $2::int4[], $3::date[], $4::date[],
                    $5::bool[]) as g (teacher_id, family, first, last, own)
                cross join lateral (
                    select from completion c where c.teacher_id = g.teacher_id
                        and c.family = g.family and c.%s
                        and (c.delivery_id <> $6 or c.position not between $7 and $8)
                        and (g.own or c.feed_id <> $9::int2 or c.completed_on = g.last)
                        and (c.completed_on between g.last - $10::int4 and g.last + $10::int4
                            or (c.completed_on >= g.first
                                and least(c.started_on, c.completed_on) <= g.last))
                    offset 0) o) as are_some,
                (select xmin::text::int8 from ledger_head) as left_by\
            """
                    .formatted(PLACED);

    private FamilyRows() {}

    public static Tuple tuple(Collection<FamilyKey> families) {
        return new ArrayParameters<>(List.copyOf(families))
                .ints(FamilyKey::teacher)
                .ints(FamilyKey::family)
                .tuple();
    }

    /// When a training of one family was.
    ///
    /// @param own whether it may be another of its own feed's that ends on another day
    private record FamilyPeriod(FamilyKey family, LocalDate first, LocalDate last, boolean own) {}

    private static final Comparator<FamilyPeriod> BY_FAMILY =
            Comparator.<FamilyPeriod>comparingInt(period -> period.family().teacher())
                    .thenComparingInt(period -> period.family().family());

    /// For [#OTHERS].
    ///
    /// @param contents of one chunk, one at least
    /// @param matcher by which they were placed
    /// @param among the families to look in
    public static Tuple others(
            List<RecordVersion> contents, CopyMatcher matcher, Predicate<FamilyKey> among) {
        Set<FamilyPeriod> periods = LinkedHashSet.newLinkedHashSet(contents.size());
        List<Long> positions = new ArrayList<>(contents.size());
        for (RecordVersion content : contents) {
            FamilyKey group = content.group();
            Valuation worth = content.copy().worth();
            if (group != null && worth != null && among.test(group)) {
                LocalDate last = worth.facts().completedOn();
                boolean own = matcher.isSoughtInOwnFeed(content);
                periods.add(new FamilyPeriod(group, worth.firstDay(), last, own));
            }
            positions.add(content.copy().origin().position());
        }
        positions.sort(null);
        List<FamilyPeriod> sought = new ArrayList<>(periods);
        sought.sort(BY_FAMILY); // neighbours in the index are found together
        Origin origin = contents.getFirst().copy().origin();
        return new ArrayParameters<>(sought)
                .ints(period -> period.family().teacher())
                .ints(period -> period.family().family())
                .dates(FamilyPeriod::first)
                .dates(FamilyPeriod::last)
                .booleans(FamilyPeriod::own)
                .plain(origin.delivery())
                .plain(positions.getFirst())
                .plain(positions.getLast())
                .plain(Narrow.toShort(origin.feed()))
                .plain(matcher.reach())
                .tuple();
    }
}
