package io.credithub.flow.feed;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.reconcile.Authority;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a feed may report and decide, in a fixed order, for people to read.
///
/// @param categories of self-directed results; absent: any
/// @param organisers in their normal form; absent: any
/// @param decides categories whose credits it may decide; absent: any
/// @param registeredOnly what the register of programmes does not know is held
public record FeedAuthority(
        List<Level> levels,
        List<Form> forms,
        @Nullable List<String> categories,
        List<TrainingRole> roles,
        @Nullable List<String> organisers,
        @Nullable List<String> decides,
        boolean registeredOnly) {
    public static FeedAuthority of(Authority authority) {
        return new FeedAuthority(
                ofThem(Level.values(), authority.levels()),
                ofThem(Form.values(), authority.forms()),
                sorted(authority.categories()),
                ofThem(TrainingRole.values(), authority.roles()),
                sorted(authority.organisers()),
                sorted(authority.decides()),
                authority.isRegisteredOnly());
    }

    private static <E extends Enum<E>> List<E> ofThem(E[] all, Set<E> some) {
        return Stream.of(all).filter(some::contains).toList();
    }

    private static @Nullable List<String> sorted(@Nullable Collection<String> names) {
        return names == null ? null : names.stream().sorted().toList();
    }
}
