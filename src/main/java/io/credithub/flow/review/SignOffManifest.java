package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.domain.Credits;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignedTotals;
import io.credithub.flow.review.CountyMoment.FrozenVersions;
import io.credithub.flow.review.CountyMoment.LedgerEnd;
import io.credithub.flow.review.FrozenPart.PartMark;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is signed: whose statement it is, the digests of its files, its totals, and all that it
/// rests on. Its hash is the statement's.
///
/// @param version from 1; each follows the one before, returned ones among them
/// @param predecessor the signed one that it follows; null: the first
/// @param asOf the moment of the figures, ISO 8601
/// @param preparedBy the id of a key
/// @param totals by figure: counts as numbers, hours and credits as decimals in quotes
public record SignOffManifest(
        String format,
        SignedCounty county,
        int schoolYear,
        int version,
        @Nullable SignedBefore predecessor,
        String asOf,
        String preparedBy,
        List<PartMark> parts,
        Map<String, Object> totals,
        FrozenVersions versions,
        LedgerEnd ledger) {
    static final String FORMAT = "credit-hub/sign-off/1";

    private static final int PLACES = 2;

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// @throws IllegalArgumentException if it is of another format
    public SignOffManifest {
        if (!format.equals(FORMAT)) throw new IllegalArgumentException("of another format");
        parts = List.copyOf(parts);
        totals = Map.copyOf(totals);
    }

    /// @param name in Chinese
    public record SignedCounty(String code, String name) {}

    /// @param manifest the hash of its manifest
    public record SignedBefore(int version, String manifest) {}

    static Map<String, Object> written(SignedTotals totals) {
        Map<String, Object> written = new TreeMap<>();
        totals.amounts()
                .forEach((figure, amount) ->
                        written.put(
                                figure.key(),
                                SignedTotals.isHundredths(figure)
                                        ? new Credits(amount).toString()
                                        : amount));
        return written;
    }

    /// Figures that this version of the hub does not know are passed over.
    public SignedTotals amounts() {
        Map<ReportFigure, Long> amounts = new EnumMap<>(ReportFigure.class);
        for (ReportFigure figure : ReportFigure.values()) {
            Object written = totals.get(figure.key());
            if (written instanceof Number count) {
                amounts.put(figure, count.longValue());
            } else if (written instanceof String decimal) {
                amounts.put(
                        figure, new BigDecimal(decimal).movePointRight(PLACES).longValueExact());
            }
        }
        return new SignedTotals(amounts);
    }

    /// Keys in the order of the alphabet and no blank: the same says the same, byte by byte.
    public byte[] canonical() {
        return canonical(this);
    }

    static byte[] canonical(Object said) {
        try {
            return CANONICAL.writeValueAsString(said).getBytes(UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a manifest is always JSON", impossible);
        }
    }

    /// Reads what [#canonical] wrote; what a later version adds is passed over.
    ///
    /// @throws IllegalArgumentException if it is none
    public static SignOffManifest read(byte[] canonical) {
        return read(canonical, SignOffManifest.class);
    }

    static <T> T read(byte[] canonical, Class<T> type) {
        try {
            T read = CANONICAL.readValue(canonical, type);
            if (read != null) return read;
        } catch (IOException | NullPointerException notOne) {
            // the same answer, and never with the text
        }
        throw new IllegalArgumentException("not a " + type.getSimpleName());
    }
}
