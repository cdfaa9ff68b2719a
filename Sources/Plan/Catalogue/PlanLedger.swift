/// Every id that the file gives and every id that it names, with its place, also of rows that have other faults.
final class PlanLedger {
  /// A row of the plan as far as references go.
  struct Row {
    let id: Placed<MeasureID>
    let aliasOf: Placed<MeasureID>?
    let related: [Placed<MeasureID>]
    /// Whether anything is owed; true also when its duties have faults.
    var hasDuties = false
  }

  /// A measure that a target takes its figure from.
  struct FigureMeasure {
    let id: Placed<MeasureID>
    /// Whether the figure is made of duties.
    let needsDuties: Bool
  }

  var employers: [Placed<String>] = []
  var themes: [Placed<String>] = []
  var chapters: [Placed<String>] = []
  var items: [Placed<String>] = []
  var itemThemes: [Placed<String>] = []
  var rows: [Row] = []
  var indicators: [Placed<String>] = []
  var targets: [Placed<TargetID>] = []
  var targetMeasures: [Placed<MeasureID>] = []
  var figureMeasures: [FigureMeasure] = []
  var evidenceKinds: [Placed<String>] = []
  var events: [Placed<String>] = []
  var edition: PlanPlace?
  var revision: PlanPlace?
  var firstYear: PlanPlace?
  var mappedFrom: [Placed<MeasureID>] = []
  var mappedTo: [Placed<MeasureID>] = []
}
