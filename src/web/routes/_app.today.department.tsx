import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { departmentSearch } from '../../today/today-search.ts'

export const Route = createFileRoute('/_app/today/department')({
  validateSearch: departmentSearch,
  component: lazyRouteComponent(() => import('../../today/department.page.tsx'), 'DepartmentPage'),
})
