package io.credithub.report.paper;

import io.credithub.flow.result.Unavailable;
import java.nio.file.Path;

/// There is no font on this machine that Chinese can be printed in. The operator's move.
final class MissingFont extends Unavailable {
    private static final long serialVersionUID = 1;

    private static final String WAY_OUT =
            "安装一种,如 apt install fonts-wqy-microhei,或以 HUB_REPORT_FONT 指定 .ttf/.ttc 文件"
                    + " · install one, as by apt install fonts-wqy-microhei, or name a .ttf or .ttc"
                    + " file by HUB_REPORT_FONT";

    private MissingFont(String message) {
        super(message);
    }

    static MissingFont anywhere() {
        return new MissingFont(
                "HUB-4431: 本机没有可嵌入 PDF 的中文 TrueType 字体 · this machine has no TrueType font with"
                        + " Chinese letters for a PDF: "
                        + WAY_OUT);
    }

    /// The one that was named.
    static MissingFont in(Path file) {
        return new MissingFont(
                "HUB-4432: HUB_REPORT_FONT 指定的 "
                        + file
                        + " 不是可用的中文 TrueType 字体 · HUB_REPORT_FONT names no usable TrueType font"
                        + " with Chinese letters: "
                        + WAY_OUT);
    }
}
