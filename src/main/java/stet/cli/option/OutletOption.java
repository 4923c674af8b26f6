package stet.cli.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.text.NearestName;

/** Of which outlets. */
public final class OutletOption {
  @Option(
      names = "--outlet",
      split = ",",
      paramLabel = "OUTLET",
      description = "Of one of these outlets, such as example.org.")
  private List<String> outlets = List.of();

  /** As they were given. */
  public List<String> given() {
    return outlets;
  }

  /**
   * The outlets; empty where none is given.
   *
   * @param there those of the collection
   */
  public Set<String> among(Collection<String> there) {
    List<String> found = new ArrayList<>();
    for (String outlet : outlets) {
      String plain = outlet.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
      found.add(
          there.stream()
              .filter(o -> o.equals(outlet) || o.equals(plain))
              .findFirst()
              .orElseThrow(() -> noSuch(outlet, there)));
    }
    return Set.copyOf(found);
  }

  private static Failure noSuch(String outlet, Collection<String> there) {
    String all =
        there.isEmpty()
            ? "; there is no article yet"
            : there.size() > 10 ? "" : "; there are " + String.join(", ", there);
    return new Failure(
        ExitCode.USAGE,
        "--outlet '" + outlet + "' has no article here" + all + nearest(outlet, there));
  }

  /** The name that was perhaps meant, to be said after one that there is not. */
  static String nearest(String name, Collection<String> all) {
    return NearestName.of(name.toLowerCase(Locale.ROOT), all)
        .map(n -> "; the nearest is '" + n + "'")
        .orElse("");
  }
}
