package io.credithub.demo.model;

/// Makes plausible names: the surnames of Shanxi by their frequency, given names of one or two
/// characters, some in characters that old systems lose, some of minorities with U+00B7.
final class Names {
    /// Each surname is followed by its weight.
    private static final String[] SURNAMES =
            ("王 980 张 960 李 900 刘 620 赵 480 郭 430 杨 400 武 230 马 220 任 210 郝 200 高 200 "
                            + "陈 190 白 180 韩 170 吴 160 田 150 梁 150 贾 150 薛 140 冯 140 孙 130 "
                            + "曹 130 石 120 宋 120 杜 120 闫 120 段 110 侯 110 周 110 董 110 史 100 "
                            + "温 90 乔 90 范 90 徐 90 胡 80 程 80 秦 80 许 80 常 80 卫 70 "
                            + "原 60 靳 60 申 60 崔 60 姚 60 牛 60 樊 60 安 50 尹 50 景 40 "
                            + "暴 10 仝 10 逯 10 璩 5 昝 5 欧阳 8 令狐 20 司马 5 尉迟 4 上官 4")
                    .split(" ", -1);

    private static final String[] MEN =
            "伟 强 军 勇 杰 涛 明 超 刚 平 辉 鹏 建 国 志 文 永 俊 海 晋 云 峰 宇 浩 博 斌 亮 瑞 宏 旭 昊 晓 东 春 龙 泽 建 新 华 立"
                    .split(" ", -1);
    private static final String[] WOMEN =
            "丽 芳 敏 静 艳 娟 霞 燕 红 玲 梅 琴 秀 英 慧 洁 婷 雪 娜 琳 晓 颖 倩 欣 怡 佳 蕊 莉 翠 桂 春 兰 萍 雅 瑞 文 晋 彩 爱 花"
                    .split(" ", -1);

    /// In Extension A, Extension B and the later end of the BMP: four bytes each in GB18030.
    private static final String[] RARE = {"䶮", "𠮷", "㛃", "𬭚", "堃", "喆", "犇", "淼"};

    private static final String[] MINORITY = {
        "买买提·艾力", "古丽娜尔·吐尔逊", "阿依古丽·买买提", "扎西·多吉", "卓玛·央金", "艾尔肯·阿不都", "热娜·艾山", "次仁·罗布"
    };

    private static final int[] REACHES = reaches();

    private Names() {}

    static String of(SeededRandom dice, boolean man) {
        if (dice.perMille(3)) return dice.oneOf(MINORITY);
        String surname = surname(dice.below(REACHES[REACHES.length - 1]));
        String[] characters = man ? MEN : WOMEN;
        String first = dice.perMille(8) ? dice.oneOf(RARE) : dice.oneOf(characters);
        return dice.perMille(220) ? surname + first : surname + first + dice.oneOf(characters);
    }

    private static String surname(int thrown) {
        int i = 0;
        while (REACHES[i] <= thrown) i++;
        return SURNAMES[2 * i];
    }

    private static int[] reaches() {
        int[] reaches = new int[SURNAMES.length / 2];
        int sum = 0;
        for (int i = 0; i < reaches.length; i++) {
            sum += Integer.parseInt(SURNAMES[2 * i + 1]);
            reaches[i] = sum;
        }
        return reaches;
    }
}
