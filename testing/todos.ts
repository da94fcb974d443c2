import type { World } from './world.ts'

/** The list of what is to be done, as the product composes it over all modules. */
export default function listTodosOperation(world: World) {
  const operation = world.product.operations.find(({ contract }) => contract.name === 'todos.list')
  if (!operation) throw new Error('the product has no todos.list')
  return operation as unknown as { run: (request: ReturnType<World['as']>, input: unknown) => Promise<{ id: string; href: string }[]> }
}
