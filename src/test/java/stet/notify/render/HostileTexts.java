package stet.notify.render;

import java.util.List;

/** What pages may say to be more than words. */
final class HostileTexts {
  static final List<String> ALL =
      List.of(
          "@everyone @here @channel @all @room <!channel> <!here|x> <@U0123> <#C01> @a@evil.example"
              + " #tag ＃tag ＠all :wave: <:x:123> <t:1700000000>",
          "Bridge\r\nBcc: all@evil.example\r\n\r\n.\r\nMAIL FROM:<x@evil.example>\u2028x\u0085y",
          "\u202egnp.evil\u202c \u2066x\u2069 \u0000\u001b[31m\u0007\ud800 \uffff",
          "<script>alert(1)</script><img src=x onerror=alert(1)><a href='https://evil.example'>x</a>"
              + "</p></body><style>*{display:none}</style><!-- &lt; &amp;#60;",
          "**b** __u__ ~~s~~ *i* _i_ `c` ```x``` ||s|| [x](https://evil.example) ![i](//evil.example/i)",
          "# h\n> q\n- l\n1. n\n| a | b |\n---\n    code\n[x]: https://evil.example\n-# small",
          "<https://evil.example|Your bank> https://evil.example/x www.evil.example evil.example"
              + " mailto:a@evil.example xmpp:a@evil.example discord.gg/abc javascript:alert(1)",
          "[-no-]{+yes+} -] +} [- {+",
          "\\*\\[\\` \\",
          "a".repeat(100_000),
          "wörter ".repeat(15_000),
          "👨‍👩‍👧‍👦".repeat(2_000),
          "🇩🇪🏳️‍🌈é\u0301\u0301".repeat(1_000),
          "한국어 中文 العربية עברית ".repeat(3_000),
          "x" + "\u0301".repeat(50_000),
          "");

  private HostileTexts() {}
}
