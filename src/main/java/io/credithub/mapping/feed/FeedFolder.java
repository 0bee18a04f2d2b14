package io.credithub.mapping.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.recognition.RecognitionFeed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the folder of one feed: `feed.yaml`, `mapping.yaml`, `codes/`. What is wrong is collected,
/// with the file, the place and what to do.
final class FeedFolder {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Text NO_RECORDS =
            new Text("JSON_PAGE 须写明数组位置", "JSON_PAGE needs the pointer to its array");
    private static final Text NO_MAPPING =
            new Text("缺少此文件:只有规范 JSON 不需要映射", "missing: only canonical JSON needs no mapping");
    private static final Text EMPTY_COLUMN =
            new Text("source 与 canonical 两列不得为空", "columns source and canonical must not be empty");
    private static final Text UNREADABLE = new Text("无法读取", "cannot be read");

    private static final Text NOT_UTF8 = new Text("文件不是 UTF-8", "a file is not in UTF-8");

    private final Path folder;
    private final List<FileProblem> problems;
    private @Nullable FeedDefinition stated;

    FeedFolder(Path folder, List<FileProblem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// A feed with its mapper.
    ///
    /// @param zone the source's own clock
    record LoadedFeed(FeedDefinition definition, FeedMapper mapper, ZoneId zone) {}

    /// What its `feed.yaml` says, whatever else is wrong; null before it was read, or if it cannot
    /// be.
    @Nullable FeedDefinition stated() {
        return stated;
    }

    /// A file that the system or a library does not read: wrong characters, no right to.
    void cannotBeRead(Exception failure) {
        String file = "";
        if (failure instanceof FileSystemException named && named.getFile() != null) {
            file = String.valueOf(Path.of(named.getFile()).getFileName());
        }
        boolean isEncoding = failure instanceof CharacterCodingException;
        String name = failure.getClass().getSimpleName();
        problem(file, "", isEncoding ? NOT_UTF8 : new Text(name, name));
    }

    /// @return null if anything is wrong with it: then there is at least one more problem
    @Nullable LoadedFeed load() throws IOException {
        int before = problems.size();
        String code = folder.getFileName().toString();
        if (!CODE.matcher(code).matches()) {
            problem(
                    "",
                    "",
                    new Text("文件夹名只用 a-z、0-9 和 -", "a feed's folder is named in a-z, 0-9 and -"));
        }
        FeedFile file = feed();
        Authority authority = file == null ? null : authority(file);
        Map<String, CodeTable> tables = tables();
        if (file == null) return null;
        stated = file.definition(code, authority == null ? unread(code) : authority, "");
        if (authority == null || problems.size() > before) return null;
        String digest = FolderDigest.of(folder);
        FeedMapper mapper = CompiledMappings.find(digest).orElse(null);
        if (mapper == null) {
            mapper = mapper(file, tables);
            if (mapper == null) return null;
            CompiledMappings.keep(digest, mapper);
        }
        FeedDefinition definition = file.definition(code, authority, digest);
        return new LoadedFeed(definition, mapper, file.zoneId());
    }

    /// What a feed is taken to have the right to while its file says it wrongly. What the county
    /// recognised is the hub's own, and stands.
    static Authority unread(String code) {
        return code.equals(RecognitionFeed.CODE) ? Authority.ANY : Authority.UNSTATED;
    }

    /// @return null after a problem
    private @Nullable Authority authority(FeedFile file) {
        int before = problems.size();
        String named = place("feed.yaml");
        Authority authority =
                new AuthorityFields((path, what, fix) ->
                        problems.add(new FileProblem(named, path, what, fix)))
                        .read(file.may(), file.programmes());
        return problems.size() > before ? null : authority;
    }

    private @Nullable FeedFile feed() throws IOException {
        Path path = folder.resolve("feed.yaml");
        try {
            FeedFile file =
                    FeedFile.READER.forType(FeedFile.class).readValue(Files.readString(path));
            Duration.parse(file.overlap());
            file.zoneId();
            if (file.format().syntax() == Syntax.JSON_PAGE && file.format().records() == null) {
                problem("feed.yaml", "/format/records", NO_RECORDS);
            }
            return file;
        } catch (JsonProcessingException broken) {
            problem("feed.yaml", YamlPlace.of(broken), LibraryWords.of(broken));
        } catch (DateTimeException broken) {
            problem("feed.yaml", "overlap, zone", LibraryWords.of(broken));
        }
        return null;
    }

    private @Nullable FeedMapper mapper(FeedFile feed, Map<String, CodeTable> tables)
            throws IOException {
        Path path = folder.resolve("mapping.yaml");
        if (!Files.exists(path)) {
            if (feed.format().syntax() == Syntax.JSON) return new IdentityMapper();
            problem("mapping.yaml", "/", NO_MAPPING);
            return null;
        }
        Map<String, String> fields;
        try {
            fields =
                    FeedFile.READER
                            .forType(new TypeReference<TreeMap<String, String>>() {})
                            .readValue(Files.readString(path));
        } catch (JsonProcessingException broken) {
            problem("mapping.yaml", YamlPlace.of(broken), LibraryWords.of(broken));
            return null;
        }
        return compile(fields, new MappingFunctions(tables, feed.zoneId()), tables.keySet());
    }

    private @Nullable FeedMapper compile(
            Map<String, String> fields, MappingFunctions functions, Set<String> tables) {
        int before = problems.size();
        fields.forEach((field, expression) -> {
            check(field, expression, functions);
            for (String table : TableNames.in(expression)) {
                if (!tables.contains(table)) {
                    problem(
                            "mapping.yaml",
                            field,
                            new Text(
                                    "没有代码表 codes/%s.csv".formatted(table),
                                    "no code table codes/%s.csv".formatted(table)));
                }
            }
        });
        if (problems.size() > before) return null;
        String template = JsltTemplate.of(fields);
        return new JsltMapper(
                new Parser(new StringReader(template)).withFunctions(functions.all()).compile(),
                CodedFields.of(fields, functions));
    }

    private void check(String field, String expression, MappingFunctions functions) {
        if (!JsltTemplate.isCanonical(field)) {
            problem("mapping.yaml", field, new Text("规范记录没有此字段", "no such canonical field"));
            return;
        }
        try {
            Parser.compileString(expression, functions.all());
        } catch (JsltException broken) {
            problem("mapping.yaml", field, LibraryWords.of(broken));
        }
    }

    private Map<String, CodeTable> tables() throws IOException {
        Path codes = folder.resolve("codes");
        Map<String, CodeTable> tables = new HashMap<>();
        if (!Files.isDirectory(codes)) return tables;
        try (Stream<Path> files = Files.list(codes)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
                tables.put(name, table(name, file));
            }
        }
        return tables;
    }

    private CodeTable table(String name, Path file) throws IOException {
        Map<String, String> canonical = new HashMap<>();
        Set<String> allowed = CodeTable.allowed(name);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String source = row.findField("source").orElse("").strip();
                String target = row.findField("canonical").orElse("").strip();
                String line = "line " + row.getStartingLineNumber();
                String inFolder = "codes/" + name + ".csv";
                if (source.isEmpty() || target.isEmpty()) {
                    problem(inFolder, line, EMPTY_COLUMN);
                } else if (!allowed.isEmpty() && !allowed.contains(target)) {
                    problem(
                            inFolder,
                            line,
                            new Text(
                                    "%s 不在可用代码 %s 之内".formatted(target, allowed),
                                    "%s is not one of %s".formatted(target, allowed)));
                } else if (canonical.put(source, target) != null) {
                    problem(inFolder, line, new Text(source + " 出现两次", source + " occurs twice"));
                }
            }
        } catch (CsvParseException broken) {
            problem("codes/" + name + ".csv", "", LibraryWords.of(broken));
        }
        return new CodeTable(name, canonical);
    }

    private String place(String file) {
        return "mappings/" + folder.getFileName() + "/" + file;
    }

    private void problem(String file, String path, Text what) {
        problems.add(
                new FileProblem(
                        place(file),
                        path,
                        new Text(
                                UNREADABLE.zh() + ":" + what.zh(),
                                UNREADABLE.en() + ": " + what.en()),
                        new Text("更正后运行 ./hub check", "correct it, then run ./hub check")));
    }
}
