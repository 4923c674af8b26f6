package stet.diff.judge;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text tells a date or a time of day by a unit beside the number, in languages that write
 * it so: 18時30分, 2024년 5월 6일, 18.30 น., 10 am, 18 Uhr. A length of time (3時間, 5일간, 3 years) is a
 * number like any other.
 */
final class TimeSpans {
  private static final String N = "(?<!\\p{Nd})\\p{Nd}{1,2}\\s?";
  private static final String THAI_MONTH =
      "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม"
          + "|พฤศจิกายน|ธันวาคม|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\."
          + "|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.)";

  /** What each of the forms begins with; looking for that alone passes over most of a text. */
  private static final String BEGINNING = "(?=[\\p{Nd}令平昭大民พค])";

  private static final Pattern TOLD =
      Pattern.compile(
          BEGINNING
              + "(?:"
              + String.join(
                  "|",
                  // Chinese, Japanese, Korean: year, month, day; hour, minute, second.
                  "(?<!\\p{Nd})\\p{Nd}{4}\\s?[年년]",
                  "(?:令和|平成|昭和|大正|民国|民國)\\s?\\p{Nd}{1,3}\\s?年",
                  N + "[月월](?:\\s?" + N + "[日号號일])?",
                  N + "[日일](?![間间간本])",
                  N + "[時时시](?![間间간代])(?:\\s?" + N + "[分분](?:\\s?" + N + "[秒초])?)?",
                  N + "[点點](?:" + N + "分|[半钟鐘整])",
                  // Thai: clock, day and month, year of either era.
                  "\\p{Nd}{1,2}[.:]\\p{Nd}{2}\\s?(?:น\\.|นาฬิกา)",
                  N + "(?:นาฬิกา|โมง|ทุ่ม)",
                  N + THAI_MONTH + "(?:\\s?(?:พ\\.ศ\\.|ค\\.ศ\\.)?\\s?\\p{Nd}{4})?",
                  "(?:พ\\.ศ\\.|ค\\.ศ\\.)\\s?\\p{Nd}{4}",
                  // Alphabetic scripts: half of the day, German and French clock, zones.
                  "\\b\\p{Nd}{1,2}(?:[:.]\\p{Nd}{2})?\\s?(?:[ap]\\.?m\\b\\.?|uhr\\b)",
                  "\\b\\p{Nd}{1,2}\\s?h\\s?\\p{Nd}{2}\\b",
                  "\\b\\p{Nd}{1,2}[:.]\\p{Nd}{2}\\s(?:gmt|bst|utc|c?est|cet|[ecmp][ds]?t)\\b")
              + ")",
          Pattern.CASE_INSENSITIVE);

  private TimeSpans() {}

  /** The UTF-16 units of a text that belong to a date or a time of day. */
  static BitSet in(String text) {
    BitSet units = new BitSet();
    Matcher m = TOLD.matcher(text);
    while (m.find()) {
      units.set(m.start(), m.end());
    }
    return units;
  }
}
