package stet.extract.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words that a pattern needs must not keep it from a text that it would fit. */
class PatternsTest {
  private static final int TEXTS = 1_000;
  private static final Set<String> OF_WORDS = Set.of("filler");
  private static final Set<String> INSERTS = Set.of("line", "linked", "start", "mark", "tail");

  static Stream<Arguments> rows() {
    return Stream.of(
            Tables.rows("lines.tsv").stream().map(row -> arguments("lines", row[1])),
            Tables.rows("walls.tsv").stream()
                .filter(row -> !OF_WORDS.contains(row[0]))
                .map(row -> arguments("walls", row[2])),
            Tables.rows("inserts.tsv").stream()
                .filter(row -> INSERTS.contains(row[1]))
                .map(row -> arguments("inserts", row[2])))
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyTextThatFitsIsTried(String table, String regex) {
    Pattern pattern = Pattern.compile(regex);
    Patterns patterns = new Patterns(List.of(regex));
    // The generator knows neither word boundaries nor what must not follow; a space is a boundary.
    RgxGen generator =
        RgxGen.parse(
            regex.replace("\\b", " ").replaceAll("\\(\\?[!=][^()]*(?:\\([^()]*\\)[^()]*)*\\)", ""));
    Random random = new Random(1);
    List<String> fitting =
        Stream.generate(() -> generator.generate(random))
            .limit(TEXTS)
            .filter(text -> pattern.matcher(text).find())
            .toList();
    assertThat(fitting).isNotEmpty().allMatch(text -> patterns.candidates(text).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      value = {
        "read(?:more|on)\tread",
        "(?:more|on)?please\tplease",
        "summari[sz]ed\tsummarised,summarized",
        "a+bc{2}d?e\tbc",
        "(?:ab|cde)fg\tfg",
        "(?:abc|def)g\tabc,def",
        "x(?!yzw)ab\txab",
        "\\p{L}{2}end\\.\tend.",
        "[a-z]word[^x]\tword",
      })
  void readsTheWordsThatTellMost(String regex, String words) {
    assertThat(NeededWords.together(NeededWords.of(regex)))
        .containsExactlyInAnyOrder(words.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      value = {
        "abc\\d+de|fg\tabc+de/fg",
        "(?:ab\\d(?:c|de)|fg)$\tab+c,de/fg",
        "x(?:ab|cd)\\d?ef\tab,cd+ef+x",
        "\\d(?:ab)?cd\tcd",
        "ab|\\d\tab/",
      })
  void readsWhatIsNeededTogether(String regex, String ways) {
    assertThat(
            NeededWords.of(regex).stream()
                .map(
                    way ->
                        way.sets().stream()
                            .map(set -> String.join(",", new TreeSet<>(set)))
                            .sorted()
                            .collect(Collectors.joining("+")))
                .collect(Collectors.joining("/")))
        .isEqualTo(ways);
  }

  @Test
  void triesAPatternOnlyWhereAllItsWordsAre() {
    Patterns patterns = new Patterns(List.of("from \\w+ links|gift to us"));
    assertThat(patterns.candidates("from all our readers").get(0)).isFalse();
    assertThat(patterns.candidates("gift to us").get(0)).isTrue();
    assertThat(patterns.find("we earn from these links")).isTrue();
  }

  @Test
  void findsWordsOfOneAndTwoLettersAndAtTheEnd() {
    Patterns patterns = new Patterns(List.of("%", "é", "no", "aß", "xyz"));
    assertThat(patterns.candidates("5%")).isEqualTo(BitSet.valueOf(new long[] {1}));
    assertThat(patterns.candidates("caféno")).isEqualTo(BitSet.valueOf(new long[] {2 + 4}));
    assertThat(patterns.candidates("aß xyz")).isEqualTo(BitSet.valueOf(new long[] {8 + 16}));
  }

  @Test
  void aPatternWithoutSuchWordsIsAlwaysTried() {
    for (String regex : List.of("\\d+", "(?:abc|\\d)", "(?:abc)?", ".*", "(?i)abc", "\\Qabc\\E")) {
      assertThat(NeededWords.together(NeededWords.of(regex))).as(regex).isEmpty();
    }
    assertThat(new Patterns(List.of("\\d+", "abc")).find("at 7")).isTrue();
  }

  @Test
  void fitsWholeTextsAndBeginnings() {
    Patterns patterns = new Patterns(List.of("see also", "more (?:on|from).{0,9}"));
    assertThat(patterns.match("more on this")).isTrue();
    assertThat(patterns.match("see also this")).isFalse();
    assertThat(patterns.open("see also this")).isTrue();
    assertThat(patterns.open("you see also this")).isFalse();
    assertThat(patterns.find("you see also this")).isTrue();
  }
}
