package io.credithub.source.check;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.source.drop.DropFault;
import java.util.Collection;

/// What can be wrong with a key of a feed's configuration: the operator's move. The value of a
/// secret is never told.
final class Misconfigured {
    private final String feed;

    Misconfigured(String feed) {
        this.feed = feed;
    }

    private FeedProblem problem(String code, String key, Text message, Text fix) {
        return new FeedProblem(feed, code, "hub.source." + feed + "." + key, "", message, fix);
    }

    FeedProblem address(String key) {
        return problem(
                "HUB-4401",
                key,
                new Text("不是地址", "is not an address"),
                new Text("写成 http://主机/路径,不带用户名", "write http://host/path, without a user"));
    }

    FeedProblem folder(String key, String folder, String zh, String en) {
        return problem(
                "HUB-4402",
                key,
                new Text(folder + " " + zh, "names " + folder + ", which " + en),
                new Text("建立该文件夹并授予读写权限", "create it, and let the hub read and write it"));
    }

    FeedProblem feed() {
        return new FeedProblem(
                feed,
                "HUB-4403",
                "hub.source." + feed,
                "",
                new Text("没有这个拉取或投递的数据源", "names no feed that is pulled or dropped"),
                new Text("核对 mappings/ 下的文件夹名", "compare it with the folders of mappings/"));
    }

    FeedProblem missing(String key, String because) {
        return problem(
                "HUB-4404",
                key,
                new Text("未设置,但设置了 " + because, "is not set, but " + because + " is"),
                new Text("补上此项", "set it"));
    }

    FeedProblem range(String key, String allowed) {
        return problem(
                "HUB-4405",
                key,
                new Text("超出范围", "is out of range"),
                new Text("应为 " + allowed, "it must be " + allowed));
    }

    FeedProblem file(String key, String file) {
        return problem(
                "HUB-4408",
                key,
                new Text("读不到文件 " + file, "names " + file + ", which cannot be read"),
                new Text("挂载该文件并授予读权限", "mount it, and let the hub read it"));
    }

    FeedProblem shared(Collection<String> feeds) {
        String all = String.join(", ", feeds);
        return problem(
                "HUB-4415",
                "folder",
                new Text("多个数据源共用一个文件夹:" + all, "several feeds name one folder: " + all),
                new Text("每个数据源一个文件夹", "give each feed a folder of its own"));
    }

    /// @param place what the folder is, contains or lies in
    FeedProblem place(String key, String place) {
        return problem(
                DropFault.FORBIDDEN_PLACE.code(),
                key,
                new Text("与 %s 重叠".formatted(place), "is, contains or lies in %s".formatted(place)),
                new Text(
                        "改为别处的文件夹;HUB_HOME 之内只可在 drop 下",
                        "name a folder elsewhere; in HUB_HOME only one under drop"));
    }

    FeedProblem foreign(String key, String folder) {
        return problem(
                DropFault.FOREIGN_FOLDER.code(),
                key,
                new Text(
                        "其中的 %s 不是系统自己的文件夹".formatted(folder),
                        "holds %s, which is no folder of the hub's own".formatted(folder)),
                new Text("移走它;系统会自行建立", "remove it; the hub makes its own"));
    }
}
