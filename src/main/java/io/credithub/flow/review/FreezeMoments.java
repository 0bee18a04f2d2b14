package io.credithub.flow.review;

import io.credithub.domain.Text;
import io.credithub.flow.report.ReportCatalogue;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Function;

/// Reads all that is frozen in one snapshot, so that whatever is posted meanwhile is in none of it.
/// Put together on the roof.
public interface FreezeMoments {
    /// The newest moment at which it is settled what the registry knew.
    Uni<Instant> settled();

    /// @param reading is done with the moment when its answer is there
    <T> Uni<T> read(FrozenQuestion question, Function<FrozenMoment, Uni<T>> reading);

    /// @param asOf a settled moment
    record FrozenQuestion(String county, int schoolYear, Instant asOf) {}

    /// @param title what the county is called
    /// @param reports that read in this snapshot only
    record FrozenMoment(Text title, CountyMoment county, ReportCatalogue reports) {}
}
