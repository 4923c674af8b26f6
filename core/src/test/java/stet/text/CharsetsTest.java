package stet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which charset a text is in, as far as a name, a content type or its first bytes tell. */
class CharsetsTest {
  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8",
    "' UTF8 ', UTF-8",
    "ISO-8859-1, windows-1252",
    "latin1, windows-1252",
    "US-ASCII, windows-1252",
    "iso-8859-2, ISO-8859-2",
    "iso-8859-9, windows-1254",
    "GB2312, GB18030",
    "Shift_JIS, windows-31j",
    "euc-kr, x-windows-949",
    "tis-620, x-windows-874",
    "no such charset, ",
    "'', "
  })
  void namesMeanWhatBrowsersTakeThemFor(String label, String charset) {
    assertThat(CharsetNames.of(label).map(Charset::name).orElse(null)).isEqualTo(charset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html | ",
        "TEXT/HTML; Charset=UTF-8 | text/html | UTF-8",
        "text/html;charset=\"iso-8859-1\" | text/html | windows-1252",
        "text/html; charset = ' utf-8' | text/html | UTF-8",
        "text/html, text/html; charset=utf-8 | text/html | UTF-8",
        "application/xml ; encoding=utf-8 | application/xml | ",
        "text/html; charset=foo | text/html | ",
        "charset=utf-8 | charset=utf-8 | UTF-8",
        "'' | '' | "
      })
  void contentTypesAreReadAsServersWriteThem(String type, String essence, String charset) {
    assertThat(MediaTypes.essence(type)).isEqualTo(essence);
    assertThat(MediaTypes.charset(type).map(Charset::name).orElse(null)).isEqualTo(charset);
  }

  @ParameterizedTest
  @CsvSource({
    "efbbbf3c, UTF_8, UTF_8",
    "efbbbf, UTF_8, UTF_8",
    "feff003c, UTF_16BE, UTF_16BE",
    "fffe3c00, UTF_16LE, UTF_16LE",
    "0000feff0000003c, , UTF_32BE",
    "fffe00003c000000, UTF_16LE, UTF_32LE",
    "efbb, , ",
    "3c3f786d6c, , ",
    "'', , "
  })
  void pagesHaveThreeMarksAndXmlHasFive(String hex, ByteOrderMark html, ByteOrderMark xml) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(ByteOrderMark.ofHtml(bytes).orElse(null)).isEqualTo(html);
    assertThat(ByteOrderMark.ofXml(bytes).orElse(null)).isEqualTo(xml);
  }

  @ParameterizedTest
  @CsvSource({"UTF_8, 3, UTF-8", "UTF_16BE, 2, UTF-16BE", "UTF_32LE, 4, UTF-32LE"})
  void aMarkIsNoPartOfTheText(ByteOrderMark mark, int length, String charset) {
    assertThat(mark.length()).isEqualTo(length);
    assertThat(mark.charset().name()).isEqualTo(charset);
  }
}
