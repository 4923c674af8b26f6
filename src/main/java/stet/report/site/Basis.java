package stet.report.site;

import stet.diff.Differ;
import stet.notes.Annotations;
import stet.report.ReportOptions;
import stet.timeline.PagePictures;

/**
 * What pages are made from besides timelines.
 *
 * @param differ compares versions that are no neighbours
 * @param annotations that are shown
 * @param pictures of pages, which are shown with versions
 */
public record Basis(
    Differ differ, ReportOptions options, Annotations annotations, PagePictures pictures) {
  /** Pages without annotations and pictures. */
  public static Basis of(Differ differ, ReportOptions options) {
    return new Basis(differ, options, Annotations.NONE, PagePictures.NONE);
  }
}
