package io.credithub.report.paper;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fonts that reports are printed in: the file that the operator names, or else what the
/// machine has. A font that lacks Latin letters and digits is paired with [LatinFont].
@Singleton
public final class PaperFonts {
    /// What every report says, so a font without it is none.
    private static final String HAN = "学年对账表教师入账学分编制审核批准第页共合计依据口径";

    private static final String LATIN = "0123456789,.-%()ABCXYZabcxyz";

    /// Those that are known to print well come first, the others of a machine by their names.
    private static final List<String> PREFERRED =
            List.of(
                    "notosanssc-regular.ttf",
                    "sourcehansanssc-regular.ttf",
                    "wqy-microhei.ttc",
                    "msyh.ttc",
                    "wqy-zenhei.ttc",
                    "droidsansfallbackfull.ttf",
                    "droidsansfallback.ttf",
                    "simhei.ttf",
                    "simsun.ttc",
                    "uming.ttc",
                    "gbsn00lp.ttf");

    private static final int DEPTH_MAX = 6;
    private static final int FILES_MAX = 20_000;
    private static final int TRIED_MAX = 200;

    private final @Nullable Path wanted;
    private final List<Path> folders;
    private volatile @Nullable PaperFace found;
    private volatile @Nullable RareFace rare;

    /// @param wanted the operator's choice; null: what the machine has
    /// @param folders where fonts lie
    PaperFonts(@Nullable Path wanted, List<Path> folders) {
        this.wanted = wanted;
        this.folders = List.copyOf(folders);
    }

    /// With the folders in which systems keep theirs.
    @Inject
    public PaperFonts(PaperConfig config) {
        this(config.font().orElse(null), systemFolders());
    }

    private static List<Path> systemFolders() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".local/share/fonts"),
                home.resolve(".fonts"),
                Path.of("/Library/Fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("C:/Windows/Fonts"));
    }

    /// @param place among the faces of the file
    /// @param isWhole whether it has Latin letters too
    record PaperFace(Path file, int place, boolean isWhole) {}

    /// Looks once, until there is one.
    ///
    /// @throws MissingFont if there is none
    PaperFace face() {
        PaperFace known = found;
        if (known == null) {
            known = look();
            found = known;
        }
        return known;
    }

    private PaperFace look() {
        Path named = wanted;
        if (named != null) return face(named).orElseThrow(() -> MissingFont.in(named));
        return files().stream()
                .limit(TRIED_MAX)
                .flatMap(file -> face(file).stream())
                .findFirst()
                .orElseThrow(MissingFont::anywhere);
    }

    /// What cannot be read is no font.
    private static Optional<PaperFace> face(Path file) {
        try (OpenFont font = OpenFont.of(file)) {
            int whole = font.faceWith(HAN + LATIN);
            if (whole >= 0) return Optional.of(new PaperFace(file, whole, true));
            int han = font.faceWith(HAN);
            return han < 0 ? Optional.empty() : Optional.of(new PaperFace(file, han, false));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The face that has the most of some letters which the one of reports lacks.
    ///
    /// @return empty: no font of the machine has any
    Optional<PaperFace> having(String letters) {
        RareFace known = rare;
        if (known == null || !known.letters().equals(letters)) {
            known = new RareFace(letters, best(letters));
            rare = known;
        }
        return Optional.ofNullable(known.face());
    }

    private @Nullable PaperFace best(String letters) {
        PaperFace best = null;
        long most = 0;
        for (Path file : files().stream().limit(TRIED_MAX).toList()) {
            try (OpenFont font = OpenFont.of(file)) {
                for (int place = 0; place < font.faces().size(); place++) {
                    long has = font.countOf(letters, place);
                    if (has <= most) continue;
                    most = has;
                    best = new PaperFace(file, place, false);
                }
            } catch (IOException | RuntimeException unreadable) {
                continue; // is no font
            }
            if (most == letters.codePointCount(0, letters.length())) break;
        }
        return best;
    }

    /// @param face null: no font has any of the letters
    private record RareFace(String letters, @Nullable PaperFace face) {}

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> all = Files.walk(folder, DEPTH_MAX, FileVisitOption.FOLLOW_LINKS)) {
                all.limit(FILES_MAX).filter(PaperFonts::isFont).forEach(files::add);
            } catch (IOException | UncheckedIOException closed) {
                // Somebody's folder that the hub may not read: the others may have one.
            }
        }
        files.sort(
                Comparator.comparingInt((Path file) -> rank(file))
                        .thenComparing(Comparator.naturalOrder()));
        return files;
    }

    private static int rank(Path file) {
        int place = PREFERRED.indexOf(nameOf(file));
        return place < 0 ? PREFERRED.size() : place;
    }

    private static boolean isFont(Path file) {
        String name = nameOf(file);
        return name.endsWith(".ttf") || name.endsWith(".ttc");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
