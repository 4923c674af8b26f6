package stet.report.page.live;

import stet.report.page.FiguresView;
import stet.report.page.Frame;
import stet.report.page.Link;

/**
 * The page with the figures of one outlet.
 *
 * @param outlet its name, with the address of its edits
 */
public record OutletFiguresView(Frame frame, Link outlet, FiguresView figures) {}
