package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Sha256;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignOffAct;
import io.credithub.domain.review.SignOffState;
import io.credithub.domain.review.SignedTotals;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.certificate.Signing;
import io.credithub.flow.review.CountyMoment.FrozenMatching;
import io.credithub.flow.review.CountyMoment.FrozenVersions;
import io.credithub.flow.review.CountyMoment.LedgerEnd;
import io.credithub.flow.review.CountyMoment.NamedDigest;
import io.credithub.flow.review.SignOff.SignOffKey;
import io.credithub.flow.review.SignOff.SignOffProof;
import io.credithub.flow.review.SignOff.SignOffStep;
import io.credithub.flow.review.SignOffManifest.SignedCounty;
import io.credithub.flow.review.SignOffs.FrozenFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A small signed statement.
public final class SignedSample {
    static final List<FrozenPart> PARTS =
            List.of(
                    new FrozenPart("statement.json", 3, "{\"report\":1}".getBytes(UTF_8)),
                    new FrozenPart("teachers.json", 2, "{\"report\":2}".getBytes(UTF_8)),
                    new FrozenPart("breaks.json", 0, "{\"report\":3}".getBytes(UTF_8)));

    private SignedSample() {}

    static SignOffManifest manifest(int version) {
        return new SignOffManifest(
                SignOffManifest.FORMAT,
                new SignedCounty("140105", "太原市 小店区"),
                2022,
                version,
                null,
                "2026-12-01T04:00:00Z",
                "0123456789ab",
                PARTS.stream().map(FrozenPart::mark).toList(),
                SignOffManifest.written(
                        new SignedTotals(
                                Map.of(
                                        ReportFigure.TEACHERS, 2L,
                                        ReportFigure.CREDITS, 1_600L))),
                new FrozenVersions(
                        7,
                        1,
                        new FrozenMatching(0, new NamedDigest("default", "aa")),
                        1,
                        List.of(new NamedDigest("shanxi-2017", "bb")),
                        List.of(new NamedDigest("vendor-push", "cc"))),
                new LedgerEnd(41, 9, "dd"));
    }

    private static SignOffStep step(SignOffAct act, int minute, String by, String office) {
        Instant at = Instant.parse("2026-12-01T04:%02d:00Z".formatted(minute));
        return new SignOffStep(act, at, by, office, "");
    }

    /// Signed about its version 1.
    static FrozenFiles files(Signing signing) {
        return files(signing, manifest(1), manifest(1));
    }

    /// @param told what is in the file
    /// @param signed what the signature is over
    static FrozenFiles files(Signing signing, SignOffManifest told, SignOffManifest signed) {
        List<SignOffStep> steps =
                List.of(
                        step(SignOffAct.PREPARE, 0, "0123456789ab", "140105"),
                        step(SignOffAct.APPROVE, 5, "1123456789ab", "140105"),
                        step(SignOffAct.CONCLUDE, 9, "2123456789ab", "140100"));
        SignOff signOff =
                new SignOff(
                        1,
                        new SignOffKey("140105", 2022, signed.version()),
                        SignOffState.APPROVED,
                        signed,
                        Sha256.hex(signed.canonical()),
                        41,
                        null,
                        null,
                        steps,
                        null);
        Jws jws = Jws.sign(signing, SignOffConclusion.of(signOff, steps).text());
        return new FrozenFiles(
                told.canonical(), PARTS, new SignOffProof(jws.compact(), signing.published().x()));
    }

    /// As it is handed out.
    public static byte[] file(Signing signing) {
        return SignedPackage.of(files(signing));
    }
}
