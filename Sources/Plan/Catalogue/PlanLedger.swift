/// Every id that the file gives and every id that it names, with its place, also of rows that have other faults.
final class PlanLedger {
  /// A row of the plan as far as references go.
  struct Row {
    let id: Placed<MeasureID>
    let aliasOf: Placed<MeasureID>?
    let related: [Placed<MeasureID>]
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
}
