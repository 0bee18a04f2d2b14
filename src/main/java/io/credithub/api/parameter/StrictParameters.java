package io.credithub.api.parameter;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.Shown;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Refuses what a caller seems to mean and the hub does not understand, before anything is done: a
/// parameter that nobody asks for, one given twice, a flag that is neither `true` nor `false`, a
/// number that is none. The framework would leave out the first, choose of the second, and take the
/// third for `false`.
public final class StrictParameters {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class);
    private static final Set<Class<?>> LONGS = Set.of(long.class, Long.class);

    private final Map<Method, DeclaredParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.HEADER_DECORATOR)
    public void check(ResourceInfo target, UriInfo asked) {
        DeclaredParameters declared =
                known.computeIfAbsent(target.getResourceMethod(), DeclaredParameters::of);
        asked.getQueryParameters()
                .forEach((name, values) -> checkQuery(declared.query(), name, values));
        asked.getPathParameters()
                .forEach((name, values) -> checkValue(name, values, declared.path().get(name)));
    }

    private static void checkQuery(
            Map<String, Class<?>> declared, String name, List<String> values) {
        Class<?> type = declared.get(name);
        if (type == null) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PARAMETER,
                    Particulars.of(
                            String.valueOf(Shown.piece(name)),
                            null,
                            ExpectedValue.names(declared.keySet())));
        }
        if (values.size() > 1 && !Collection.class.isAssignableFrom(type)) {
            throw new ProblemException(
                    ProblemCode.DOUBLED_PARAMETER, Particulars.of(name, null, null));
        }
        checkValue(name, values, type);
    }

    private static void checkValue(String name, List<String> values, @Nullable Class<?> type) {
        if (type == null) return;
        for (String value : values) {
            if (FLAGS.contains(type)) {
                boolean isFlag = value.equals("true") || value.equals("false");
                if (!isFlag) throw ProblemException.badParameter(name, value, ExpectedValue.FLAG);
            } else if (INTEGERS.contains(type)) {
                checkWhole(name, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            } else if (LONGS.contains(type)) {
                checkWhole(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
            }
        }
    }

    private static void checkWhole(String name, String value, long least, long most) {
        if (WHOLE.matcher(value).matches()) {
            BigInteger number = new BigInteger(value);
            boolean fits =
                    number.compareTo(BigInteger.valueOf(least)) >= 0
                            && number.compareTo(BigInteger.valueOf(most)) <= 0;
            if (fits) return;
        }
        throw ProblemException.badParameter(name, value, ExpectedValue.WHOLE_NUMBER);
    }
}
