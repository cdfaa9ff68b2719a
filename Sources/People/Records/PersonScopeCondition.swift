public import CivilTime
public import Store

extension PersonScope {
  /// 閲覧条件 – the condition that every query yielding personal data carries: true for people within the scope.
  ///
  /// - Parameters:
  ///   - employeeColumn: the column with the employee's identifier, such as `"e.id"`.
  ///   - date: the day on which posts are looked at.
  public func condition(employeeColumn: SQLText, on date: CivilDate) -> SQLText {
    switch self {
    case .nobody:
      "FALSE"
    case .everyone:
      "TRUE"
    case .own(let employee):
      "\(fragment: employeeColumn) = \(employee)"
    case .units(let units, let own):
      """
      (\(fragment: employeeColumn) = \(own) OR EXISTS (
        SELECT 1 FROM assignment scope_assignment
        JOIN post scope_post ON scope_post.id = scope_assignment.post
        WHERE scope_assignment.employee = \(fragment: employeeColumn)
        AND \(fragment: InForce.condition("scope_assignment", on: date))
        AND scope_post.unit IN (\(list: PaddedList.of(units)))))
      """
    case .employers(let employers):
      """
      EXISTS (
        SELECT 1 FROM employee scope_employee
        WHERE scope_employee.id = \(fragment: employeeColumn)
        AND scope_employee.employer IN (\(list: PaddedList.of(employers))))
      """
    case .either(let one, let other):
      """
      (\(fragment: one.condition(employeeColumn: employeeColumn, on: date)) \
      OR \(fragment: other.condition(employeeColumn: employeeColumn, on: date)))
      """
    }
  }

  /// The same for queries that look for people, rather than at one: it starts from the units or employers, so that it
  /// costs as much as the people within and not as all that there are.
  ///
  /// - Parameters:
  ///   - employeeColumn: the column with the employee's identifier, such as `"e.id"`.
  ///   - date: the day on which posts are looked at.
  public func listing(employeeColumn: SQLText, on date: CivilDate) -> SQLText {
    switch self {
    case .nobody, .everyone, .own:
      condition(employeeColumn: employeeColumn, on: date)
    case .units(let units, let own):
      """
      \(fragment: employeeColumn) IN (
        SELECT scope_assignment.employee FROM post scope_post
        JOIN assignment scope_assignment ON scope_assignment.post = scope_post.id
        WHERE scope_post.unit IN (\(list: PaddedList.of(units)))
        AND \(fragment: InForce.condition("scope_assignment", on: date))
        UNION ALL SELECT scope_own.id FROM employee scope_own WHERE scope_own.id = \(own))
      """
    case .employers(let employers):
      """
      \(fragment: employeeColumn) IN (
        SELECT scope_employee.id FROM employee scope_employee
        WHERE scope_employee.employer IN (\(list: PaddedList.of(employers))))
      """
    case .either(let one, let other):
      """
      (\(fragment: one.listing(employeeColumn: employeeColumn, on: date)) \
      OR \(fragment: other.listing(employeeColumn: employeeColumn, on: date)))
      """
    }
  }
}
