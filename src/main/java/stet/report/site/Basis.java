package stet.report.site;

import stet.diff.Differ;
import stet.notes.Annotations;
import stet.report.ReportOptions;

/**
 * What pages are made from besides timelines.
 *
 * @param differ compares versions that are no neighbours
 * @param annotations that are shown
 */
public record Basis(Differ differ, ReportOptions options, Annotations annotations) {
  /** Pages without annotations. */
  public static Basis of(Differ differ, ReportOptions options) {
    return new Basis(differ, options, Annotations.NONE);
  }
}
