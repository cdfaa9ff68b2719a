internal import Store

extension PeopleMigrations {
  /// Employees, the posts they hold, and named deputies.
  static let staff = Migration(
    "people-0002-staff",
    [
      """
      CREATE TABLE employee (
        id {integer} PRIMARY KEY,
        employer {integer} NOT NULL REFERENCES employer (id),
        number TEXT NOT NULL,
        family_name TEXT NOT NULL,
        given_name TEXT NOT NULL,
        family_kana TEXT NOT NULL,
        given_kana TEXT NOT NULL,
        former_family_name TEXT,
        sex TEXT NOT NULL,
        hired_on TEXT NOT NULL,
        left_on TEXT,
        staff_category TEXT NOT NULL,
        exam_category TEXT NOT NULL,
        technical {boolean} NOT NULL,
        search_text TEXT NOT NULL,
        UNIQUE (employer, number),
        CHECK (left_on IS NULL OR left_on >= hired_on)
      ) {strict}
      """,
      "CREATE INDEX employee_kana ON employee (family_kana, given_kana, id)",
      """
      CREATE TABLE assignment (
        id {integer} PRIMARY KEY,
        employee {integer} NOT NULL REFERENCES employee (id),
        post {integer} NOT NULL REFERENCES post (id),
        kind TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX assignment_employee ON assignment (employee, valid_from)",
      "CREATE INDEX assignment_post ON assignment (post, valid_from)",
      """
      CREATE TABLE deputy (
        id {integer} PRIMARY KEY,
        unit {integer} NOT NULL REFERENCES unit (id),
        employee {integer} NOT NULL REFERENCES employee (id),
        valid_from TEXT NOT NULL,
        valid_to TEXT,
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      ) {strict}
      """,
      "CREATE INDEX deputy_unit ON deputy (unit, valid_from)",
      "CREATE INDEX deputy_employee ON deputy (employee, valid_from)",
    ]
  )
}
