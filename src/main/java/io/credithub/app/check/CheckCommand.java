package io.credithub.app.check;

import io.credithub.app.route.CheckedFeeds;
import io.credithub.app.start.CheckedConfiguration;
import io.credithub.app.start.HubEnvironment;
import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.feed.IgnoredFile;
import io.credithub.flow.result.Unavailable;
import io.credithub.flow.rules.MatchingOnFile.FiledMatching;
import io.credithub.mapping.division.DivisionFiles;
import io.credithub.mapping.example.ExampleFiles;
import io.credithub.mapping.example.MatchingExamples;
import io.credithub.mapping.example.PolicyExamples;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.mapping.matching.MatchingFiles;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.source.drop.FolderIgnored;
import io.credithub.source.drop.HubFolders;
import io.credithub.source.poll.SourceConfig;
import io.credithub.store.server.CannotStart;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whether everything that is data can be used: routes, mappings and policies with their examples.
@Command(
        name = "check",
        description = {
            "Validates routes, mappings, code tables, policies, matching files, lists of divisions"
                + " and the examples of all, and what the start would refuse of the environment."
                + " Routes are started on trial, and ask nobody. A table tells who may report"
                + " what.",
            "The files of the targets that reports are sent to are opened; nothing is sent.",
            "Every problem is told with its file, the place in it and a fix. No "
                    + "server, no database.",
            "Status 0: all is well; 1: there are problems."
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int PROBLEMS = 1;

    private final HubEnvironment around;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--json",
            description = "One JSON object, for machines: the problems, and who may report what.")
    private boolean asJson;

    CheckCommand() {
        this(HubEnvironment.ofThisProcess());
    }

    CheckCommand(HubEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() throws Exception {
        Path project = around.project();
        Path mappings = project.resolve("mappings");
        FeedFiles feeds = new FeedFiles(mappings);
        List<ExampleFiles.ExampleResult> examples =
                new ArrayList<>(new ExampleFiles(mappings, feeds).run());
        PolicyFiles.LoadedPolicies policies = PolicyFiles.ofProject(project);
        examples.addAll(new PolicyExamples(mappings.resolve("policies"), policies).run());
        MatchingFiles matching = MatchingFiles.ofProject(project);
        MatchingFiles.LoadedMatchings matchings = matching.load();
        examples.addAll(new MatchingExamples(matching.folder(), matchings.versions()).run());
        List<FileProblem> problems = new ArrayList<>(feeds.problems());
        examples.forEach(example -> problems.addAll(example.problems()));
        problems.addAll(policies.problems());
        problems.addAll(matchings.problems());
        DivisionFiles.LoadedDivisions divisions = DivisionFiles.ofProject(project).load();
        problems.addAll(divisions.problems());
        problems.addAll(AuthorityTable.unknownCategories(feeds.all(), policies));
        problems.addAll(ofFeeds(feeds));
        noPolicy(policies).ifPresent(problems::add);
        noMatching(matching).ifPresent(problems::add);
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            CheckedJson.write(problems, feeds.all(), out);
        } else {
            problems.forEach(out::println);
            ignored(out);
            out.print(AuthorityTable.of(feeds.all()));
            out.print(MatchingLadder.of(matchings.versions()));
            out.printf("来源 feeds %d · 例子 examples %d · ", feeds.all().size(), examples.size());
            out.printf("政策 policies %d(%s)· ", policies.policies().size(), byConfidence(policies));
            out.printf("区划 divisions %d · ", divisions.list().divisions().size());
            out.printf("问题 problems %d%n", problems.size());
        }
        out.flush();
        return problems.isEmpty() ? WELL : PROBLEMS;
    }

    /// What would keep a feed off: the start asks the same.
    private List<FileProblem> ofFeeds(FeedFiles feeds) throws Exception {
        CheckedConfiguration config = CheckedConfiguration.of(around);
        CheckedFeeds checked =
                new CheckedFeeds(
                        new CheckedFeeds.FeedCheck(
                                feeds,
                                feeds.broken(),
                                folders(),
                                config.sources(),
                                config::property));
        List<FileProblem> problems = new ArrayList<>(config.problems());
        checked.found().stream()
                .filter(found -> !feeds.broken().containsKey(found.feed()))
                .map(FeedProblem::problem)
                .distinct()
                .forEach(problems::add);
        return problems;
    }

    /// What lies in drop folders and is not taken: to be looked at, and no fault of the files here.
    private void ignored(PrintWriter out) {
        SourceConfig sources = CheckedConfiguration.of(around).sources();
        for (String feed : new TreeSet<>(sources.feeds().keySet())) {
            try {
                for (IgnoredFile one : new FolderIgnored(sources).of(feed)) {
                    out.printf(
                            "  %s 未读取 not taken: %s %s %s · %s%n",
                            feed, one.name(), one.code(), one.reason().zh(), one.reason().en());
                }
            } catch (Unavailable notThere) {
                // That it cannot be read is among the problems.
            }
        }
    }

    private HubFolders folders() {
        Path mappings = around.project().resolve("mappings");
        return new HubFolders(around.home(), around.routes(), mappings);
    }

    /// The rules that a first start would begin with.
    private Optional<FileProblem> noPolicy(PolicyFiles.LoadedPolicies policies) {
        String wanted = around.variable("HUB_WORK_POLICY");
        if (wanted == null || !policies.problems().isEmpty()) return Optional.empty();
        if (policies.policies().containsKey(wanted)) return Optional.empty();
        CannotStart refused = CannotStart.becauseNoPolicy(wanted, policies.policies().keySet());
        return Optional.of(notThere("HUB_WORK_POLICY", "没有政策 " + wanted, refused));
    }

    /// What a start would match records by.
    private Optional<FileProblem> noMatching(MatchingFiles files) {
        String wanted = around.variable("HUB_WORK_MATCHING");
        if (wanted == null
                || !(files.find(wanted) instanceof FiledMatching.UnknownMatching unknown))
            return Optional.empty();
        CannotStart refused = CannotStart.becauseNoMatching(wanted, unknown.known());
        return Optional.of(notThere("HUB_WORK_MATCHING", "没有比对规则 " + wanted, refused));
    }

    private static FileProblem notThere(String variable, String zh, CannotStart refused) {
        return new FileProblem(
                variable,
                "",
                new Text(zh, String.valueOf(refused.getMessage())),
                new Text("改为已有的", "name one that is there"));
    }

    /// How many of the policies are law, and how many are copies that only tests may rely on.
    private static String byConfidence(PolicyFiles.LoadedPolicies policies) {
        Map<Confidence, Long> counts =
                policies.policies().values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.policy().heading().confidence(),
                                        Collectors.counting()));
        return Stream.of(Confidence.values())
                .map(confidence -> confidence + " " + counts.getOrDefault(confidence, 0L))
                .collect(Collectors.joining(", "));
    }
}
