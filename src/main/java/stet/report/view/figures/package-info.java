/** Figures about outlets as pages show them, with their drawings. */
@org.jspecify.annotations.NullMarked
package stet.report.view.figures;
