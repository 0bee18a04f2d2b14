package io.credithub.mapping.division;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionChange;
import io.credithub.domain.division.DivisionKind;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.ListedDivision;
import io.credithub.domain.division.SuccessionKind;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.feed.LibraryWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lines of one file, each by itself. What lines have to do with one another is
/// [DivisionChecks]'.
final class DivisionLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> LISTED = List.of("code", "name", "level", "parent", "kind");
    private static final List<String> CHANGES =
            List.of("year", "old_code", "old_name", "new_code", "new_name", "relation");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})");
    private static final int NAME_MAX = 60;
    private static final String SEPARATOR = ";";

    private final String file;
    private final List<FileProblem> problems;

    DivisionLines(String file, List<FileProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    record ListedLine(FileLine at, ListedDivision division) {}

    /// @param names of the successors, in their order
    record SuccessionLine(FileLine at, DivisionChange change, List<String> names) {}

    List<ListedLine> listed(String text) {
        return read(text, LISTED, this::listed);
    }

    List<SuccessionLine> changes(String text) {
        return read(text, CHANGES, this::change);
    }

    private <T> List<T> read(
            String text, List<String> columns, Function<NamedCsvRecord, @Nullable T> reading) {
        List<T> lines = new ArrayList<>();
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(body)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().equals(columns)) {
                    new LineFaults(new FileLine(file, 1)).header(columns);
                    return List.of();
                }
                T line = reading.apply(row);
                if (line != null) lines.add(line);
            }
        } catch (CsvParseException broken) {
            Text fix = new Text("更正该行的引号与逗号", "mend quotes and commas there");
            problems.add(new FileProblem(file, "", LibraryWords.of(broken), fix));
        } catch (IOException impossible) { // a text in memory is read to its end
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    private @Nullable ListedLine listed(NamedCsvRecord row) {
        LineFaults line = new LineFaults(new FileLine(file, row.getStartingLineNumber()));
        String code = line.code(row, "code");
        String name = line.name(row, "name");
        DivisionLevel level = line.oneOf(row, "level", DivisionLevel.values());
        DivisionKind kind = line.oneOf(row, "kind", DivisionKind.values());
        String parent = value(row, "parent").isEmpty() ? null : line.code(row, "parent");
        if (line.isWrong || level == null || kind == null) return null;
        return new ListedLine(line.at, new ListedDivision(code, name, level, parent, kind));
    }

    private @Nullable SuccessionLine change(NamedCsvRecord row) {
        LineFaults line = new LineFaults(new FileLine(file, row.getStartingLineNumber()));
        int year = line.year(row);
        String code = line.code(row, "old_code");
        String name = line.name(row, "old_name");
        List<String> successors = parts(row, "new_code");
        List<String> names = parts(row, "new_name");
        SuccessionKind kind = line.oneOf(row, "relation", SuccessionKind.values());
        for (String successor : successors) line.code("new_code", successor);
        if (successors.size() != names.size()) line.counts(successors.size(), names.size());
        if (line.isWrong || kind == null) return null;
        DivisionChange change = new DivisionChange(year, code, name, successors, kind);
        return new SuccessionLine(line.at, change, names);
    }

    private static String value(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static List<String> parts(NamedCsvRecord row, String column) {
        return Arrays.stream(value(row, column).split(SEPARATOR, -1)).map(String::strip).toList();
    }

    /// What is wrong with one line.
    private final class LineFaults {
        private final FileLine at;
        private boolean isWrong;

        LineFaults(FileLine at) {
            this.at = at;
        }

        private void tell(Text what, Text fix) {
            isWrong = true;
            problems.add(at.problem(what, fix));
        }

        void header(List<String> columns) {
            String all = String.join(",", columns);
            tell(
                    new Text("表头不符。", "The header is not that of this file."),
                    new Text("首行写作 " + all, "write the first line as " + all));
        }

        String code(NamedCsvRecord row, String column) {
            String code = value(row, column);
            code(column, code);
            return code;
        }

        void code(String column, String code) {
            if (DivisionLevel.isCode(code)) return;
            tell(
                    new Text(
                            "%s:“%s”不是六位行政区划代码。".formatted(column, code),
                            "%s: '%s' is not the code of a division.".formatted(column, code)),
                    new Text("写六位数字,如 140105", "write six digits, like 140105"));
        }

        String name(NamedCsvRecord row, String column) {
            String name = value(row, column);
            boolean isName =
                    !name.isEmpty()
                            && name.length() <= NAME_MAX
                            && name.chars().noneMatch(Character::isISOControl);
            if (!isName) {
                tell(
                        new Text(column + ":没有名称,或过长。", column + ": no name, or too long a one."),
                        new Text(
                                "写名称,至多 %d 字".formatted(NAME_MAX),
                                "write a name of at most %d characters".formatted(NAME_MAX)));
            }
            return name;
        }

        <E extends Enum<E>> @Nullable E oneOf(NamedCsvRecord row, String column, E[] all) {
            String value = value(row, column);
            for (E one : all) if (word(one).equals(value)) return one;
            String words =
                    Arrays.stream(all).map(DivisionLines::word).collect(Collectors.joining(", "));
            tell(
                    new Text(
                            "%s:不认识“%s”。".formatted(column, value),
                            "%s: '%s' is not known.".formatted(column, value)),
                    new Text("可用:" + words, "one of " + words));
            return null;
        }

        int year(NamedCsvRecord row) {
            String value = value(row, "year");
            Matcher year = YEAR.matcher(value);
            if (year.matches()) {
                int first = Integer.parseInt(year.group(1));
                if (Integer.parseInt(year.group(2)) == first + 1) return first;
            }
            tell(
                    new Text(
                            "year:“%s”不是学年。".formatted(value),
                            "year: '%s' is not a school year.".formatted(value)),
                    new Text("写学年,如 2018-2019", "write a school year, like 2018-2019"));
            return 0;
        }

        void counts(int codes, int names) {
            tell(
                    new Text(
                            "new_code 有 %d 个,new_name 有 %d 个。".formatted(codes, names),
                            "%d in new_code, %d in new_name.".formatted(codes, names)),
                    new Text(
                            "一一对应,以 ; 分隔",
                            "write as many names as codes, in their order, separated by ;"));
        }
    }

    /// `split-merge` and so on.
    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
