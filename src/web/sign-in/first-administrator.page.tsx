export function FirstAdministratorPage() {
  return null
}
