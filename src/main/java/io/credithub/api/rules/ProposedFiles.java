package io.credithub.api.rules;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.rules.FeedsOnFile;
import io.credithub.flow.rules.MatchingOnFile;
import io.credithub.flow.rules.MatchingOnFile.FiledMatching;
import io.credithub.flow.rules.MatchingTrial;
import io.credithub.flow.rules.MatchingVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The matching file that somebody means, checked as `./hub check` does, its worked cases included;
/// beside it what the files of feeds now say. Reads files.
@Singleton
final class ProposedFiles {
    private static final Text FILE =
            new Text(
                    "填写 mappings/reconciliation 下的文件编号,或以 yaml 给出全文",
                    "write the id of a file under mappings/reconciliation, or give its text as"
                            + " yaml");

    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([\\w-]{1,64})");

    private final MatchingOnFile files;
    private final FeedsOnFile feeds;
    private final MatchingTrial trial;

    ProposedFiles(MatchingOnFile files, FeedsOnFile feeds, MatchingTrial trial) {
        this.files = files;
        this.feeds = feeds;
        this.trial = trial;
    }

    /// @return null if the file cannot be used
    @Nullable ProposedMatching inFolder(String id) {
        return files.find(id) instanceof FiledMatching.SoundMatching sound
                ? new ProposedMatching(sound.version(), feeds.sound())
                : null;
    }

    /// @throws ProblemException if there is no such file, or it is not sound
    ProposedMatching proposed(@Nullable String file, @Nullable String yaml) {
        if ((file == null) == (yaml == null)) throw ProblemException.badParameter("file", FILE);
        FiledMatching filed = file != null ? files.find(file) : read(yaml);
        MatchingVersion version =
                switch (filed) {
                    case FiledMatching.SoundMatching sound -> sound.version();
                    case FiledMatching.UnknownMatching _ ->
                            throw ProblemException.badParameter("file", file, FILE);
                    case FiledMatching.BrokenMatching broken -> throw wrong(broken.problems());
                };
        List<FileProblem> failed = trial.problems(version);
        if (!failed.isEmpty()) throw wrong(failed);
        return new ProposedMatching(version, feeds.sound());
    }

    private FiledMatching read(@Nullable String yaml) {
        String body = yaml == null ? "" : yaml;
        Matcher id = ID.matcher(body);
        if (!id.find()) throw ProblemException.badParameter("yaml", ExpectedValue.NEEDED);
        return files.read(id.group(1), body);
    }

    /// The first of them; `./hub check` tells all.
    private static ProblemException wrong(List<FileProblem> problems) {
        FileProblem first = problems.getFirst();
        Text remedy =
                new Text(
                        first.message().zh() + " " + first.fix().zh(),
                        first.message().en() + " Fix: " + first.fix().en());
        return new ProblemException(
                ProblemCode.RULE_FILES_WRONG,
                new Particulars(first.file(), first.path(), null, remedy));
    }
}
