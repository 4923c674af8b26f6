package stet.cli.option;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import stet.app.AppException;
import stet.text.NearestName;
import stet.withhold.Reason;

/** Why something is withheld. */
public final class ReasonOption {
  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description =
          "Why; readers are told it: court-order, privacy, safety, copyright, request, mistake,"
              + " other.")
  private @Nullable String reason;

  /**
   * The reason that was given.
   *
   * @throws AppException when there is none, or no such one
   */
  public Reason required() {
    List<String> all = Arrays.stream(Reason.values()).map(Reason::id).toList();
    String given = reason;
    if (given == null) {
      throw AppException.invalid(
          "withhold it for which reason? --reason is one of " + String.join(", ", all));
    }
    return Reason.of(given)
        .orElseThrow(
            () ->
                AppException.invalid(
                    "no reason '"
                        + given
                        + "'"
                        + NearestName.hint(given, all, "")
                        + "; there are "
                        + String.join(", ", all)));
  }
}
